package io.guidepost.devices.terminal.nexo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PaymentId;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentOutcome.Approved;
import io.guidepost.devices.PaymentOutcome.DeclineReason;
import io.guidepost.devices.PaymentOutcome.Declined;
import io.guidepost.devices.PaymentOutcome.Unknown;
import io.guidepost.devices.ReversalOrder;
import io.guidepost.devices.ReversalOutcome;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalFault;
import io.guidepost.devices.sim.TerminalSimulator;
import io.guidepost.devices.sim.TerminalStep;
import io.guidepost.devices.transport.TcpLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the nexo driver promises beyond the contract of all card terminals. */
@Execution(ExecutionMode.CONCURRENT)
class NexoTerminalTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private TerminalSimulator simulator;

    @SuppressWarnings("NullAway.Init")
    private NexoTerminal terminal;

    @BeforeEach
    void start() throws Exception {
        simulator = TerminalSimulator.start(0, directory.resolve("terminal.journal"));
        terminal = connect();
    }

    private NexoTerminal connect() {
        return connect(Duration.ofSeconds(1));
    }

    private NexoTerminal connect(Duration paymentLimit) {
        NexoTerminal fresh =
                new NexoTerminal(
                        new DeviceId(DeviceKind.TERMINAL, "nexo"),
                        TcpLine.to(simulator.address(), Duration.ofSeconds(2)),
                        new NexoSettings(
                                "KIOSK-1",
                                "POI-1",
                                Duration.ofSeconds(1),
                                paymentLimit,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(15)),
                        Clock.systemUTC());
        fresh.start();
        await().atMost(SOON).until(() -> fresh.status() instanceof DeviceStatus.Ready);
        return fresh;
    }

    @AfterEach
    void stop() throws Exception {
        terminal.close();
        simulator.close();
    }

    @Test
    void approvesAndTellsWhatWasCharged() throws Exception {
        PaymentOrder order = order(2490);
        Approved approved = (Approved) get(terminal.pay(order));
        assertThat(approved.amountMinor()).isEqualTo(2490);
        assertThat(approved.currency()).isEqualTo("EUR");
        assertThat(approved.maskedPan()).hasValue("************4242");
        assertThat(approved.authorisationCode()).hasSize(6);
        assertThat(simulator.charges())
                .singleElement()
                .satisfies(
                        c -> {
                            assertThat(c.saleTransactionId()).isEqualTo(order.id().toString());
                            assertThat(c.amountMinor()).isEqualTo(2490);
                            assertThat(c.terminalTransactionId())
                                    .isEqualTo(approved.terminalTransactionId());
                        });
    }

    @Test
    void aCancelBeforeThePaymentIsSentIsNotLost() throws Exception {
        simulator.setUsual(TerminalBehaviour.ASK);
        simulator.script().setHesitation(Duration.ofMillis(500));
        PaymentOrder order = order(100);
        CompletionStage<PaymentOutcome> paying = terminal.pay(order);
        terminal.abort(order.id());
        assertThat(get(paying)).isEqualTo(new Declined(DeclineReason.CANCELLED));
        assertThat(simulator.waiting()).isEmpty();
        assertThat(get(terminal.status(order))).isEqualTo(new TransactionStatus.NotFound());
    }

    @Test
    void aCancelThatTheTerminalDidNotHearIsRepeated() throws Exception {
        terminal.close();
        // So long that the driver's own abort cannot help.
        terminal = connect(Duration.ofMinutes(2));
        simulator.setUsual(TerminalBehaviour.ASK);
        simulator.script().once(TerminalStep.ABORT, TerminalFault.DEAF);
        PaymentOrder order = order(100);
        CompletionStage<PaymentOutcome> paying = terminal.pay(order);
        await().atMost(SOON).until(() -> simulator.waiting().isPresent());
        terminal.abort(order.id());
        assertThat(get(paying)).isEqualTo(new Declined(DeclineReason.CANCELLED));
        assertThat(simulator.charges()).isEmpty();
    }

    @Test
    void aLostReplyIsFoundAgainAndChargedOnce() throws Exception {
        simulator.next(TerminalBehaviour.LOSE_REPLY);
        assertThat(get(terminal.pay(order(500)))).isInstanceOf(Approved.class);
        assertThat(simulator.charges()).hasSize(1);
        assertThat(terminal.counters().get("settlements")).isEqualTo(1);
    }

    @Test
    void theTerminalRemembersAcrossItsOwnRestart() throws Exception {
        PaymentOrder order = order(900);
        PaymentOutcome outcome = get(terminal.pay(order));
        int port = simulator.address().port();
        simulator.close();
        Files.writeString(
                directory.resolve("terminal.journal"),
                "{\"event\":\"en",
                StandardOpenOption.APPEND);
        simulator = TerminalSimulator.start(port, directory.resolve("terminal.journal"));
        await().atMost(SOON).until(() -> terminal.status() instanceof DeviceStatus.Ready);
        await().atMost(SOON)
                .until(() -> get(terminal.status(order)) instanceof TransactionStatus.Finished);
        assertThat(get(terminal.status(order))).isEqualTo(new TransactionStatus.Finished(outcome));
        assertThat(simulator.charges()).hasSize(1);
    }

    @Test
    void aPaymentTheTerminalBeginsLateIsNeverSentTwice() throws Exception {
        simulator.script().setLateness(Duration.ofSeconds(8));
        simulator.next(TerminalBehaviour.BEGIN_LATE);
        PaymentOrder order = order(500);
        assertThat(get(terminal.pay(order))).isInstanceOf(Unknown.class);
        assertThat(get(terminal.status(order))).isEqualTo(new TransactionStatus.NotFound());
        assertThat(get(terminal.pay(order))).isInstanceOf(Unknown.class);
        await().atMost(SOON)
                .until(() -> get(terminal.status(order)) instanceof TransactionStatus.Finished);
        assertThat(simulator.charges()).hasSize(1);
        assertThat(get(terminal.pay(order))).isInstanceOf(Approved.class);
    }

    @Test
    void anUnknownIdIsNotFoundAndAnUnreachableTerminalTakesNothing() throws Exception {
        assertThat(get(terminal.status(order(100)))).isEqualTo(new TransactionStatus.NotFound());
        simulator.close();
        await().atMost(SOON).until(() -> !terminal.status().usable());
        assertThat(get(terminal.pay(order(100))))
                .isEqualTo(new Declined(DeclineReason.UNREACHABLE));
        assertThat(get(terminal.status(order(100)))).isInstanceOf(TransactionStatus.NoAnswer.class);
    }

    @Test
    void reversesOnce() throws Exception {
        PaymentOrder order = order(900);
        get(terminal.pay(order));
        ReversalOrder reversal = new ReversalOrder(UUID.randomUUID(), order.id(), 900, "EUR");
        assertThat(get(terminal.reverse(reversal))).isInstanceOf(ReversalOutcome.Reversed.class);
        assertThat(get(terminal.reverse(reversal))).isInstanceOf(ReversalOutcome.Reversed.class);
        assertThat(simulator.charges().getFirst().reversedMinor()).isEqualTo(900);
        assertThat(
                        get(
                                terminal.reverse(
                                        new ReversalOrder(
                                                UUID.randomUUID(), order.id(), 1, "EUR"))))
                .isEqualTo(new ReversalOutcome.NotReversed("NotAllowed"));
        assertThat(
                        get(
                                terminal.reverse(
                                        new ReversalOrder(
                                                UUID.randomUUID(), PaymentId.random(), 1, "EUR"))))
                .isInstanceOf(ReversalOutcome.NotReversed.class);
    }

    @Test
    void aTerminalThatIsBusyForAWhileGivesAWrongChargeBackLater() throws Exception {
        simulator.next(TerminalBehaviour.PARTIAL);
        for (int i = 0; i < 5; i++) {
            simulator.script().once(TerminalStep.REVERSAL, TerminalFault.REFUSED);
        }
        PaymentOrder order = order(1290);
        assertThat(get(terminal.pay(order))).isInstanceOf(Unknown.class);
        await().atMost(SOON)
                .until(
                        () ->
                                get(terminal.status(order))
                                        .equals(
                                                new TransactionStatus.Finished(
                                                        new Declined(
                                                                DeclineReason.PARTIAL_APPROVAL))));
        assertThat(simulator.charges())
                .singleElement()
                .satisfies(c -> assertThat(c.reversedMinor()).isEqualTo(645));
    }

    @Test
    void aGivingBackThatTheTerminalDidNotHearIsDoneLater() throws Exception {
        simulator.next(TerminalBehaviour.WRONG_AMOUNT);
        simulator.script().set(TerminalStep.REVERSAL, TerminalFault.DEAF);
        PaymentOrder order = order(1290);
        assertThat(get(terminal.pay(order))).isInstanceOf(Unknown.class);
        assertThat(simulator.charges().getFirst().reversedMinor()).isZero();
        simulator.script().clear();
        await().atMost(SOON)
                .until(
                        () ->
                                get(terminal.status(order))
                                        .equals(
                                                new TransactionStatus.Finished(
                                                        new Declined(DeclineReason.WRONG_AMOUNT))));
        assertThat(simulator.charges().getFirst().reversedMinor()).isEqualTo(1291);
    }

    @Test
    void refusesOrdersThatCannotBe() {
        assertThatThrownBy(() -> order(0)).hasMessageContaining("amountMinor");
        assertThatThrownBy(() -> new PaymentOrder(UUID.randomUUID(), 1, "EURO", "x"))
                .hasMessageContaining("currency");
    }

    private static PaymentOrder order(long amountMinor) {
        return new PaymentOrder(UUID.randomUUID(), amountMinor, "EUR", "booking 7");
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
