package io.guidepost.devices.terminal.nexo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome.Approved;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalSimulator;
import io.guidepost.devices.transport.TcpAddress;
import io.guidepost.devices.transport.TcpLine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process with a payment under way is killed with SIGKILL; the next one finds the payment,
 * charged once.
 */
class KilledKioskTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void theNextProcessFindsThePayment(@TempDir Path directory) throws Exception {
        UUID id = UUID.randomUUID();
        try (TerminalSimulator simulator =
                TerminalSimulator.start(0, directory.resolve("terminal.journal"))) {
            simulator.setUsual(TerminalBehaviour.ASK);
            Process kiosk =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Kiosk.class.getName(),
                                    simulator.address().toString(),
                                    id.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(directory.resolve("kiosk.log").toFile())
                            .start();
            try {
                await().atMost(SOON).until(() -> simulator.waiting().isPresent());
            } finally {
                kiosk.destroyForcibly();
            }
            assertThat(kiosk.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(simulator.presentCard()).isTrue();
            await().atMost(SOON).until(() -> simulator.charges().size() == 1);

            try (NexoTerminal next = terminal(simulator.address())) {
                next.start();
                await().atMost(SOON).until(() -> next.status().usable());
                assertThat(next.status(order(id)).toCompletableFuture().get(10, TimeUnit.SECONDS))
                        .isInstanceOfSatisfying(
                                TransactionStatus.Finished.class,
                                f -> assertThat(f.outcome()).isInstanceOf(Approved.class));
                assertThat(next.pay(order(id)).toCompletableFuture().get(10, TimeUnit.SECONDS))
                        .isInstanceOf(Approved.class);
            }
            assertThat(simulator.charges())
                    .singleElement()
                    .satisfies(c -> assertThat(c.saleTransactionId()).isEqualTo(id.toString()));
        }
    }

    private static PaymentOrder order(UUID id) {
        return new PaymentOrder(id, 4200, "EUR", "killed kiosk");
    }

    private static NexoTerminal terminal(TcpAddress address) {
        return new NexoTerminal(
                new DeviceId(DeviceKind.TERMINAL, "nexo"),
                TcpLine.to(address, Duration.ofSeconds(2)),
                NexoSettings.of("KIOSK-1", "POI-1"),
                Clock.systemUTC());
    }

    /** The process that is killed. */
    static final class Kiosk {
        private Kiosk() {}

        /** Pays at the terminal of the first argument with the id of the second. */
        public static void main(String[] arguments) throws Exception {
            try (NexoTerminal terminal = terminal(TcpAddress.parse(arguments[0]))) {
                terminal.start();
                await().atMost(SOON).until(() -> terminal.status().usable());
                terminal.pay(order(UUID.fromString(arguments[1])))
                        .toCompletableFuture()
                        .get(1, TimeUnit.MINUTES);
            }
        }
    }
}
