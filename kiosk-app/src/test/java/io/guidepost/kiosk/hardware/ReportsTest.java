package io.guidepost.kiosk.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.code.CodeParser;
import io.guidepost.contract.fleet.DeviceReport;
import io.guidepost.contract.fleet.DeviceReport.State;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptLine;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.app.Drivers;
import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.scan.ScanService;
import io.guidepost.kiosk.testing.Kiosks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real devices in the contract's words. */
@Timeout(60)
class ReportsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aPrinterOutOfPaperSaysSoWithItsReasonItsEvidenceAndItsCounters() throws Exception {
        AtomicInteger changes = new AtomicInteger();
        try (PrinterSimulator printer = PrinterSimulator.start(0);
                Hardware hardware =
                        new Hardware(
                                Drivers.config(Kiosks.printer(printer)),
                                new ScanService(new CodeParser(List.of()), new Counters()),
                                Clock.systemUTC());
                Subscription _ = hardware.reports().onStatus(changes::incrementAndGet)) {
            assertThat(report(hardware).status().state()).isEqualTo(State.DISCONNECTED);
            assertThat(report(hardware).health().driver().at()).isEmpty();
            hardware.start();
            await().atMost(SOON).until(() -> report(hardware).status().state() == State.READY);
            assertThat(report(hardware).status().reason()).isEmpty();
            int before = changes.get();

            printer.paperEndsAfter(20);
            var _ =
                    hardware.paper()
                            .print(Receipt.of(new ReceiptLine.Feed(20), ReceiptLine.Text.of("End")))
                            .toCompletableFuture()
                            .get(30, TimeUnit.SECONDS);
            await().atMost(SOON).until(() -> report(hardware).status().state() == State.FAULT);

            DeviceReport report = report(hardware);
            assertThat(report.name()).isEqualTo("printer");
            assertThat(report.status().reason().orElseThrow()).contains("paper");
            assertThat(report.health().link().at()).isPresent();
            assertThat(report.health().driver().verdict()).isEqualTo(DeviceReport.Verdict.GOOD);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(changes).hasValueGreaterThan(before));
        }
    }

    private static DeviceReport report(Hardware hardware) {
        return hardware.reports().all().getFirst();
    }
}
