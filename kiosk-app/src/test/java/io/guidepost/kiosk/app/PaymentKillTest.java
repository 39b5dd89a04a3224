package io.guidepost.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.booking.Voucher;
import io.guidepost.contract.id.SessionId;
import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalSimulator;
import io.guidepost.kiosk.booking.HoldOutcome;
import io.guidepost.kiosk.payment.PaymentIntent;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.testing.BackendSide;
import io.guidepost.kiosk.testing.Kiosks;
import io.guidepost.kiosk.testing.Mosquitto;
import io.guidepost.kiosk.testing.Samples;
import io.guidepost.kiosk.voucher.PrintResult;
import io.guidepost.kiosk.voucher.ReceiptLabels;
import io.guidepost.kiosk.voucher.VoucherState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kiosk killed with SIGKILL between the terminal's approval and the report: after the restart
 * the sale is there once, the customer charged once, and the voucher can be printed again, marked
 * COPY.
 */
@Timeout(90)
class PaymentKillTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void aKillBetweenApprovalAndReportLosesNothing() throws Exception {
        Path data = folder.resolve("data");
        try (Mosquitto broker = Mosquitto.start(Files.createDirectories(folder.resolve("broker")));
                BackendSide backend = BackendSide.start(broker.port());
                PrinterSimulator printer = PrinterSimulator.start(0);
                TerminalSimulator terminal =
                        TerminalSimulator.start(0, folder.resolve("terminal.journal"))) {
            terminal.script().setThinking(Duration.ofMillis(50));
            terminal.next(TerminalBehaviour.SWALLOW_REPLY);
            Map<String, String> devices = new HashMap<>(Kiosks.terminal(terminal));
            devices.putAll(Kiosks.printer(printer));
            List<String> arguments = Kiosks.arguments(data, broker.port(), backend, devices);
            Process kiosk = child(arguments);
            await().atMost(SOON).until(() -> terminal.charges().size() == 1);
            kiosk.destroyForcibly();
            assertThat(kiosk.waitFor()).isEqualTo(137);
            assertThat(backend.sales()).isEmpty();

            try (KioskCore core =
                    KioskCore.open(
                            KioskConfigReader.read(arguments, Map.of()), Clock.systemUTC())) {
                core.start();
                await().atMost(SOON).until(() -> backend.sales().size() == 1);
                await().atMost(SOON).until(() -> core.services().health().read().outbox() == 0);
                assertThat(terminal.charges()).hasSize(1);
                List<PaymentIntent> recent =
                        core.services()
                                .payments()
                                .recent(5)
                                .toCompletableFuture()
                                .get(5, TimeUnit.SECONDS);
                assertThat(recent).hasSize(1);
                assertThat(backend.sales()).containsOnlyKeys(recent.getFirst().paymentId());
                printsACopy(core.services(), recent.getFirst());
                assertThat(printer.receipts()).hasSize(1);
            }
        }
    }

    private static void printsACopy(KioskServices services, PaymentIntent sale) throws Exception {
        SessionId session = services.session().wake();
        var fetching = services.vouchers().fetch(sale.paymentId(), sale.reference(), SOON);
        await().atMost(SOON).until(() -> fetching.get() instanceof VoucherState.Ready);
        Voucher voucher = ((VoucherState.Ready) fetching.get()).voucher();
        await().atMost(SOON)
                .until(
                        () ->
                                services.health().read().devices().entrySet().stream()
                                        .anyMatch(
                                                d ->
                                                        d.getKey().startsWith("printer")
                                                                && d.getValue().usable()));
        assertThat(
                        services.vouchers()
                                .reprint(session, voucher, ReceiptLabels.english(ZoneOffset.UTC))
                                .toCompletableFuture()
                                .get(20, TimeUnit.SECONDS))
                .isEqualTo(new PrintResult.Printed(true));
    }

    private Process child(List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                PayingKiosk.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("kiosk.log").toFile())
                .start();
    }

    /** A kiosk that pays once, and stays. */
    static final class PayingKiosk {
        private PayingKiosk() {}

        public static void main(String[] args) throws Exception {
            KioskCore core =
                    KioskCore.open(
                            KioskConfigReader.read(List.of(args), Map.of()), Clock.systemUTC());
            core.start();
            KioskServices services = core.services();
            await().atMost(SOON)
                    .until(() -> services.backend().connection().get() == Connection.ONLINE);
            await().atMost(SOON)
                    .until(
                            () ->
                                    services.health().read().devices().entrySet().stream()
                                            .anyMatch(
                                                    d ->
                                                            d.getKey().startsWith("terminal")
                                                                    && d.getValue().usable()));
            HoldOutcome outcome =
                    services.booking()
                            .hold(
                                    new SessionId(UUID.randomUUID().toString()),
                                    Samples.tea(2500, 1),
                                    Optional.empty(),
                                    1,
                                    Optional.empty())
                            .toCompletableFuture()
                            .get(10, TimeUnit.SECONDS);
            var payment = services.payments().pay(((HoldOutcome.Held) outcome).booking());
            await().atMost(Duration.ofMinutes(5)).until(() -> payment.state().get().isFinal());
        }
    }
}
