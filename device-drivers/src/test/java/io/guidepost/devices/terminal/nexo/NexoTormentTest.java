package io.guidepost.devices.terminal.nexo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentOutcome.Approved;
import io.guidepost.devices.PaymentOutcome.Declined;
import io.guidepost.devices.PaymentOutcome.Unknown;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.sim.Charge;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalFault;
import io.guidepost.devices.sim.TerminalSimulator;
import io.guidepost.devices.sim.TerminalStep;
import io.guidepost.devices.transport.TcpLine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever meets whatever: each payment is charged once as asked, or nothing is kept of it. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class NexoTormentTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PAYMENTS = 8;
    private static final List<TerminalBehaviour> BEHAVIOURS =
            List.of(
                    TerminalBehaviour.APPROVE,
                    TerminalBehaviour.APPROVE,
                    TerminalBehaviour.DECLINE,
                    TerminalBehaviour.LOSE_REPLY,
                    TerminalBehaviour.SWALLOW_REPLY,
                    TerminalBehaviour.LATE_REPLY,
                    TerminalBehaviour.BEGIN_LATE,
                    TerminalBehaviour.PARTIAL,
                    TerminalBehaviour.WRONG_AMOUNT,
                    TerminalBehaviour.WRONG_CURRENCY,
                    TerminalBehaviour.LOGGED_OUT,
                    TerminalBehaviour.BUSY,
                    TerminalBehaviour.TIME_OUT);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void moneyIsNeverLostNorTakenTwice(long seed, @TempDir Path directory) throws Exception {
        Random random = new Random(seed);
        try (TerminalSimulator simulator =
                        TerminalSimulator.start(0, directory.resolve("terminal.journal"));
                NexoTerminal terminal = terminal(simulator)) {
            simulator.script().setLateness(Duration.ofMillis(1500));
            terminal.start();
            await().atMost(SOON).until(() -> terminal.status().usable());
            List<PaymentOrder> orders = new ArrayList<>();
            for (int i = 0; i < PAYMENTS; i++) {
                simulator.next(oneOf(random, BEHAVIOURS));
                simulator
                        .script()
                        .once(
                                oneOf(random, List.of(TerminalStep.values())),
                                oneOf(random, List.of(TerminalFault.values())));
                PaymentOrder order =
                        new PaymentOrder(UUID.randomUUID(), 1000 + 2 * i, "EUR", "torment");
                orders.add(order);
                CompletionStage<PaymentOutcome> paying = terminal.pay(order);
                if (random.nextInt(4) == 0) {
                    simulator.dropConnections();
                }
                if (random.nextInt(4) == 0) {
                    terminal.abort(order.id());
                }
                get(paying);
            }
            simulator.script().clear();
            for (PaymentOrder order : orders) {
                await("seed " + seed + ", " + order)
                        .atMost(SOON)
                        .untilAsserted(() -> assertSettled(terminal, simulator, order));
            }
        }
    }

    private static <T> T oneOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static void assertSettled(
            NexoTerminal terminal, TerminalSimulator simulator, PaymentOrder order)
            throws Exception {
        List<Charge> charges =
                simulator.charges().stream()
                        .filter(c -> c.saleTransactionId().equals(order.id().toString()))
                        .toList();
        assertThat(charges).hasSizeLessThanOrEqualTo(1);
        long kept = charges.stream().mapToLong(c -> c.amountMinor() - c.reversedMinor()).sum();
        switch (get(terminal.status(order))) {
            case TransactionStatus.Finished(Approved approved) -> {
                assertThat(kept).isEqualTo(order.amountMinor());
                assertThat(approved.amountMinor()).isEqualTo(order.amountMinor());
            }
            case TransactionStatus.Finished(Declined _), TransactionStatus.NotFound _ ->
                    assertThat(kept).isZero();
            case TransactionStatus.Finished(Unknown(String reason)) ->
                    throw new AssertionError(reason);
            case TransactionStatus.InProgress _ -> throw new AssertionError("it still runs");
            case TransactionStatus.NoAnswer(String reason) -> throw new AssertionError(reason);
        }
    }

    private static NexoTerminal terminal(TerminalSimulator simulator) {
        return new NexoTerminal(
                new DeviceId(DeviceKind.TERMINAL, "nexo"),
                TcpLine.to(simulator.address(), Duration.ofSeconds(2)),
                new NexoSettings(
                        "KIOSK-1",
                        "POI-1",
                        Duration.ofMillis(300),
                        Duration.ofMillis(800),
                        Duration.ofMillis(900),
                        Duration.ofMillis(500)),
                Clock.systemUTC());
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
