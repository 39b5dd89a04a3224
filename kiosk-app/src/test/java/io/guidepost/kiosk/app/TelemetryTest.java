package io.guidepost.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.contract.fleet.DeviceReport;
import io.guidepost.contract.fleet.DeviceReport.State;
import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.kiosk.testing.BackendSide;
import io.guidepost.kiosk.testing.BreakableProxy;
import io.guidepost.kiosk.testing.Kiosks;
import io.guidepost.kiosk.testing.Mosquitto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole kiosk with a real printer line tells head office, over a broker, how its devices stand.
 */
@Timeout(60)
class TelemetryTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void aPrinterThatIsUnpluggedIsToldWithinTwoSeconds() throws Exception {
        Instant begun = Instant.now();
        try (Mosquitto broker = Mosquitto.start(Files.createDirectories(folder.resolve("broker")));
                BackendSide backend = BackendSide.start(broker.port());
                PrinterSimulator printer = PrinterSimulator.start(0);
                BreakableProxy cable = new BreakableProxy(printer.address().port());
                KioskCore core =
                        KioskCore.open(
                                Kiosks.config(
                                        folder.resolve("data"),
                                        broker.port(),
                                        backend,
                                        Map.of(
                                                "device.printer.driver",
                                                "printer.escpos",
                                                "device.printer.line",
                                                "tcp:127.0.0.1:" + cable.port())),
                                Clock.systemUTC())) {
            core.start();
            await().atMost(SOON).until(() -> stands(backend, State.READY));
            DeviceReport ready = backend.batches().getLast().devices().getFirst();
            assertThat(ready.kind()).isEqualTo("PRINTER");
            assertThat(ready.driver()).isEqualTo("printer.escpos");
            assertThat(ready.health().link().verdict()).isEqualTo(DeviceReport.Verdict.GOOD);
            assertThat(ready.health().driver().at().orElseThrow())
                    .isBetween(begun, backend.batches().getLast().at());

            cable.refuse(true);
            cable.cut();
            await().atMost(SOON).until(() -> !stands(backend, State.READY));

            DeviceBatch told = backend.batches().getLast();
            DeviceReport gone = told.devices().getFirst();
            assertThat(Duration.between(gone.status().since(), told.at()))
                    .isBetween(Duration.ZERO, Duration.ofSeconds(2));
            assertThat(gone.health().link().verdict()).isEqualTo(DeviceReport.Verdict.BAD);
            List<DeviceBatch> all = List.copyOf(backend.batches());
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).seq()).isEqualTo(i + 1);
                assertThat(all.get(i).bootId()).isEqualTo(told.bootId());
            }
        }
    }

    private static boolean stands(BackendSide backend, State state) {
        return !backend.batches().isEmpty()
                && backend.batches().getLast().devices().getFirst().status().state() == state;
    }
}
