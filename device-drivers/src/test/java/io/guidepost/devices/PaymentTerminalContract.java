package io.guidepost.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.PaymentOutcome.Approved;
import io.guidepost.devices.PaymentOutcome.DeclineReason;
import io.guidepost.devices.PaymentOutcome.Declined;
import io.guidepost.devices.PaymentOutcome.Unknown;
import io.guidepost.devices.ReversalOutcome.NotReversed;
import io.guidepost.devices.ReversalOutcome.Reversed;
import io.guidepost.devices.TransactionStatus.Finished;
import io.guidepost.devices.sim.Charge;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalFault;
import io.guidepost.devices.sim.TerminalStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every card terminal promises; each driver runs it against its simulator. The customer is
 * charged what was asked, once, or nothing in the end; and whatever is not certain is unknown.
 */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
public abstract class PaymentTerminalContract {
    protected static final Duration SOON = Duration.ofSeconds(20);

    @TempDir protected Path directory;
    protected TerminalRig rig;
    protected PaymentTerminal terminal;

    protected PaymentTerminalContract() {}

    /** Starts a simulator; what it and its driver remember lies in the directory. */
    protected abstract TerminalRig rig(Path directory) throws Exception;

    @BeforeEach
    void start() throws Exception {
        rig = rig(directory);
        terminal = rig.driver();
        assertThat(terminal.status()).isInstanceOf(DeviceStatus.Disconnected.class);
        terminal.start();
        awaitReady();
    }

    @AfterEach
    void stop() throws Exception {
        terminal.close();
        assertThat(terminal.status()).isInstanceOf(DeviceStatus.Disconnected.class);
        rig.close();
    }

    // What the customer and the bank decide

    @Test
    void approvesExactlyWhatWasAsked() throws Exception {
        Approved approved = (Approved) get(terminal.pay(order(2490)));
        assertThat(approved.amountMinor()).isEqualTo(2490);
        assertThat(approved.currency()).isEqualTo("EUR");
        assertThat(approved.terminalTransactionId()).isNotEmpty();
        assertChargedOnce(2490);
    }

    @Test
    void aRefusedCardIsDeclined() throws Exception {
        rig.script().next(TerminalBehaviour.DECLINE);
        assertDeclined(DeclineReason.REFUSED);
    }

    @Test
    void aPersonPresentsACard() throws Exception {
        rig.script().next(TerminalBehaviour.ASK);
        CompletionStage<PaymentOutcome> paying = terminal.pay(order(700));
        await().atMost(SOON).until(() -> rig.waiting().isPresent());
        assertThat(rig.waiting().orElseThrow().amountMinor()).isEqualTo(700);
        assertThat(rig.presentCard()).isTrue();
        assertThat(get(paying)).isInstanceOf(Approved.class);
        assertChargedOnce(700);
    }

    @Test
    void nobodyShowsACard() throws Exception {
        rig.script().next(TerminalBehaviour.TIME_OUT);
        assertDeclined(DeclineReason.CANCELLED);
    }

    @Test
    void aCardLeftInTheReaderIsSaid() throws Exception {
        rig.script().next(TerminalBehaviour.CARD_LEFT_IN);
        assertDeclined(DeclineReason.CARD_LEFT_IN);
        assertThat(get(terminal.pay(order(100)))).isInstanceOf(Approved.class);
    }

    // Other amounts than asked

    @Test
    void aPartialApprovalGoesBack() throws Exception {
        rig.script().next(TerminalBehaviour.PARTIAL);
        PaymentOrder order = order(1290);
        assertThat(get(terminal.pay(order)))
                .isEqualTo(new Declined(DeclineReason.PARTIAL_APPROVAL));
        assertGivenBack(645);
        assertThat(get(terminal.status(order)))
                .isEqualTo(new Finished(new Declined(DeclineReason.PARTIAL_APPROVAL)));
        assertGivenBack(645);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_AMOUNT", "WRONG_CURRENCY"})
    void anotherAmountOrCurrencyGoesBack(TerminalBehaviour behaviour) throws Exception {
        rig.script().next(behaviour);
        assertThat(get(terminal.pay(order(1290))))
                .isEqualTo(new Declined(DeclineReason.WRONG_AMOUNT));
        assertGivenBack(behaviour == TerminalBehaviour.WRONG_AMOUNT ? 1291 : 1290);
    }

    @Test
    void whatCannotBeGivenBackIsUnknownUntilItIs() throws Exception {
        rig.script().next(TerminalBehaviour.PARTIAL);
        rig.script().once(TerminalStep.REVERSAL, TerminalFault.REFUSED);
        rig.script().once(TerminalStep.REVERSAL, TerminalFault.REFUSED);
        rig.script().set(TerminalStep.REVERSAL, TerminalFault.DEAF);
        PaymentOrder order = order(1290);
        assertThat(get(terminal.pay(order))).isInstanceOf(Unknown.class);
        assertThat(rig.charges()).extracting(Charge::reversedMinor).containsExactly(0L);
        rig.script().clear();
        awaitStatus(order, new Declined(DeclineReason.PARTIAL_APPROVAL));
        assertGivenBack(645);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "CUT", "LATE", "GARBAGE"})
    void aLostAnswerToTheGivingBackNeverGivesBackTwice(TerminalFault fault) throws Exception {
        rig.script().next(TerminalBehaviour.PARTIAL);
        rig.script().setLateness(Duration.ofSeconds(3));
        rig.script().once(TerminalStep.REVERSAL, fault);
        PaymentOrder order = order(1290);
        assertThat(get(terminal.pay(order)))
                .isIn(new Declined(DeclineReason.PARTIAL_APPROVAL))
                .satisfies(_ -> assertGivenBack(645));
    }

    // Twice, or at once

    @Test
    void aDoubleTapJoinsThePayment() throws Exception {
        rig.script().next(TerminalBehaviour.ASK);
        PaymentOrder order = order(500);
        CompletionStage<PaymentOutcome> first = terminal.pay(order);
        CompletionStage<PaymentOutcome> second = terminal.pay(order);
        await().atMost(SOON).until(rig::presentCard);
        PaymentOutcome outcome = get(first);
        assertThat(outcome).isInstanceOf(Approved.class);
        assertThat(get(second)).isEqualTo(outcome);
        assertThat(get(terminal.pay(order))).isEqualTo(outcome);
        assertChargedOnce(500);
    }

    @Test
    void aSecondPaymentIsToldAtOnceThatTheFirstRuns() throws Exception {
        rig.script().next(TerminalBehaviour.ASK);
        CompletionStage<PaymentOutcome> first = terminal.pay(order(500));
        await().atMost(SOON).until(() -> rig.waiting().isPresent());
        assertThat(terminal.pay(order(300)).toCompletableFuture().getNow(new Unknown("not yet")))
                .isEqualTo(new Declined(DeclineReason.BUSY));
        assertThat(rig.presentCard()).isTrue();
        assertThat(get(first)).isInstanceOf(Approved.class);
        assertChargedOnce(500);
    }

    @Test
    void aTerminalThatIsBusyTookNothing() throws Exception {
        rig.script().next(TerminalBehaviour.BUSY);
        assertDeclined(DeclineReason.BUSY);
    }

    // Cancelling

    @Test
    void cancelReachesTheTerminal() throws Exception {
        rig.script().next(TerminalBehaviour.ASK);
        PaymentOrder order = order(100);
        CompletionStage<PaymentOutcome> paying = terminal.pay(order);
        await().atMost(SOON).until(() -> rig.waiting().isPresent());
        terminal.abort(order.id());
        assertThat(get(paying)).isEqualTo(new Declined(DeclineReason.CANCELLED));
        assertThat(rig.charges()).isEmpty();
    }

    @Test
    void cancelAndCardAtTheSameMomentHaveOneEnd() throws Exception {
        for (int i = 0; i < 5; i++) {
            rig.script().next(TerminalBehaviour.ASK);
            int before = rig.charges().size();
            PaymentOrder order = order(100 + i);
            CompletionStage<PaymentOutcome> paying = terminal.pay(order);
            await().atMost(SOON).until(() -> rig.waiting().isPresent());
            terminal.abort(order.id());
            rig.presentCard();
            boolean charged =
                    switch (get(paying)) {
                        case Approved _ -> true;
                        case Declined(DeclineReason reason) -> {
                            assertThat(reason).isEqualTo(DeclineReason.CANCELLED);
                            yield false;
                        }
                        case Unknown unknown -> throw new AssertionError(unknown.reason());
                    };
            assertThat(rig.charges()).hasSize(charged ? before + 1 : before);
        }
    }

    @Test
    void aCancelAfterTheApprovalDoesNotHideIt() throws Exception {
        rig.script().setLateness(Duration.ofMillis(700));
        rig.script().next(TerminalBehaviour.LATE_REPLY);
        PaymentOrder order = order(100);
        CompletionStage<PaymentOutcome> paying = terminal.pay(order);
        await().atMost(SOON).until(() -> rig.charges().size() == 1);
        terminal.abort(order.id());
        assertThat(get(paying)).isInstanceOf(Approved.class);
        assertChargedOnce(100);
    }

    @Test
    void aCancelThatTheTerminalDidNotHearIsRepeated() throws Exception {
        rig.script().next(TerminalBehaviour.ASK);
        rig.script().once(TerminalStep.ABORT, TerminalFault.DEAF);
        PaymentOrder order = order(100);
        CompletionStage<PaymentOutcome> paying = terminal.pay(order);
        await().atMost(SOON).until(() -> rig.waiting().isPresent());
        terminal.abort(order.id());
        assertThat(get(paying)).isEqualTo(new Declined(DeclineReason.CANCELLED));
        assertThat(rig.charges()).isEmpty();
    }

    // Silence at each step

    @Test
    void silentAtLogin() throws Exception {
        rig.script().set(TerminalStep.LOGIN, TerminalFault.DEAF);
        rig.dropConnections();
        await().atMost(SOON).until(() -> !terminal.status().usable());
        assertThat(get(terminal.pay(order(100))))
                .isEqualTo(new Declined(DeclineReason.UNREACHABLE));
        assertThat(get(terminal.status(order(100)))).isInstanceOf(TransactionStatus.NoAnswer.class);
        await().during(Duration.ofMillis(800))
                .atMost(SOON)
                .until(() -> !terminal.status().usable());
        rig.script().clear();
        awaitReady();
        assertThat(get(terminal.pay(order(100)))).isInstanceOf(Approved.class);
        assertChargedOnce(100);
    }

    @Test
    void silentAtPaymentAndNothingTaken() throws Exception {
        rig.script().once(TerminalStep.PAYMENT, TerminalFault.DEAF);
        assertThat(get(terminal.pay(order(100)))).isNotInstanceOf(Approved.class);
        assertThat(rig.charges()).isEmpty();
        awaitReady();
        assertThat(get(terminal.pay(order(200)))).isInstanceOf(Approved.class);
        assertChargedOnce(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "CUT", "LATE", "GARBAGE"})
    void aLostApprovalIsFoundAndChargedOnce(TerminalFault fault) throws Exception {
        rig.script().setLateness(Duration.ofSeconds(3));
        rig.script().once(TerminalStep.PAYMENT, fault);
        PaymentOrder order = order(500);
        assertThat(get(terminal.pay(order))).isInstanceOf(Approved.class);
        assertThat(get(terminal.pay(order))).isInstanceOf(Approved.class);
        assertChargedOnce(500);
    }

    @Test
    void silentAboutTheStatus() throws Exception {
        rig.script().once(TerminalStep.PAYMENT, TerminalFault.CUT);
        // The question before the payment is answered, the ones after it are not.
        rig.script().once(TerminalStep.STATUS, TerminalFault.NONE);
        rig.script().set(TerminalStep.STATUS, TerminalFault.DEAF);
        PaymentOrder order = order(500);
        assertThat(get(terminal.pay(order))).isInstanceOf(Unknown.class);
        assertThat(get(terminal.status(order))).isInstanceOf(TransactionStatus.NoAnswer.class);
        rig.script().clear();
        awaitApproved(order);
        assertThat(get(terminal.pay(order))).isInstanceOf(Approved.class);
        assertChargedOnce(500);
    }

    @Test
    void silentAtReversal() throws Exception {
        PaymentOrder order = order(900);
        get(terminal.pay(order));
        rig.script().set(TerminalStep.REVERSAL, TerminalFault.DEAF);
        ReversalOrder reversal = reversal(order, 900);
        assertThat(get(terminal.reverse(reversal))).isInstanceOf(ReversalOutcome.Unknown.class);
        assertThat(rig.charges()).extracting(Charge::reversedMinor).containsExactly(0L);
        rig.script().clear();
        await().atMost(SOON).until(() -> get(terminal.reverse(reversal)) instanceof Reversed);
        assertGivenBack(900);
    }

    @Test
    void silentAtEverything() throws Exception {
        rig.script().next(TerminalBehaviour.ASK);
        PaymentOrder order = order(300);
        CompletionStage<PaymentOutcome> paying = terminal.pay(order);
        await().atMost(SOON).until(() -> rig.waiting().isPresent());
        rig.script().setMute(true);
        assertThat(rig.presentCard()).isTrue();
        assertThat(get(paying)).isInstanceOf(Unknown.class);
        rig.script().clear();
        awaitApproved(order);
        assertChargedOnce(300);
    }

    @Test
    void anAnswerAfterTheDriverGaveUpChangesNothing() throws Exception {
        rig.script().setLateness(Duration.ofSeconds(5));
        rig.script().once(TerminalStep.PAYMENT, TerminalFault.LATE);
        rig.script().once(TerminalStep.STATUS, TerminalFault.NONE);
        rig.script().set(TerminalStep.STATUS, TerminalFault.DEAF);
        PaymentOrder order = order(300);
        assertThat(get(terminal.pay(order))).isInstanceOf(Unknown.class);
        rig.script().clear();
        awaitApproved(order);
        assertChargedOnce(300);
    }

    // Giving back

    @Test
    void reversesOnce() throws Exception {
        PaymentOrder order = order(900);
        get(terminal.pay(order));
        ReversalOrder reversal = reversal(order, 900);
        CompletionStage<ReversalOutcome> first = terminal.reverse(reversal);
        CompletionStage<ReversalOutcome> second = terminal.reverse(reversal);
        assertThat(get(first)).isInstanceOf(Reversed.class);
        assertThat(get(second)).isInstanceOf(Reversed.class);
        assertThat(get(terminal.reverse(reversal))).isInstanceOf(Reversed.class);
        assertGivenBack(900);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "CUT", "LATE", "GARBAGE"})
    void aLostAnswerToAReversalIsFoundAndNeverDoubled(TerminalFault fault) throws Exception {
        PaymentOrder order = order(900);
        get(terminal.pay(order));
        rig.script().setLateness(Duration.ofSeconds(3));
        rig.script().once(TerminalStep.REVERSAL, fault);
        ReversalOrder reversal = reversal(order, 900);
        assertThat(get(terminal.reverse(reversal))).isInstanceOf(Reversed.class);
        assertThat(get(terminal.reverse(reversal))).isInstanceOf(Reversed.class);
        assertGivenBack(900);
    }

    @Test
    void aRefusedReversalGaveNothingBack() throws Exception {
        PaymentOrder order = order(900);
        get(terminal.pay(order));
        rig.script().once(TerminalStep.REVERSAL, TerminalFault.REFUSED);
        assertThat(get(terminal.reverse(reversal(order, 900)))).isInstanceOf(NotReversed.class);
        assertThat(rig.charges()).extracting(Charge::reversedMinor).containsExactly(0L);
    }

    @Test
    void aPaymentThatNeverWasIsNotReversed() throws Exception {
        assertThat(get(terminal.reverse(reversal(order(100), 100))))
                .isInstanceOf(NotReversed.class);
    }

    // The line and the program

    @Test
    void aTerminalThatEndedTheLoginIsLoggedInAgain() throws Exception {
        rig.script().next(TerminalBehaviour.LOGGED_OUT);
        assertThat(get(terminal.pay(order(100)))).isInstanceOf(Approved.class);
        assertChargedOnce(100);
    }

    @Test
    void answersInPiecesAreAnswers() throws Exception {
        rig.script().setPieces(7);
        assertThat(get(terminal.pay(order(100)))).isInstanceOf(Approved.class);
        assertChargedOnce(100);
    }

    @Test
    protected void aRestartFindsThePayment() throws Exception {
        rig.script().next(TerminalBehaviour.ASK);
        PaymentOrder order = order(900);
        CompletionStage<PaymentOutcome> lost = terminal.pay(order);
        await().atMost(SOON).until(() -> rig.waiting().isPresent());
        terminal.close();
        assertThat(get(lost)).isInstanceOf(Unknown.class);
        assertThat(rig.presentCard()).isTrue();
        await().atMost(SOON).until(() -> rig.charges().size() == 1);
        terminal = rig.driver();
        terminal.start();
        awaitReady();
        awaitApproved(order);
        assertThat(get(terminal.pay(order))).isInstanceOf(Approved.class);
        assertChargedOnce(900);
    }

    @Test
    void whatWasNeverAskedIsNotFound() throws Exception {
        assertThat(get(terminal.status(order(100)))).isEqualTo(new TransactionStatus.NotFound());
    }

    protected final void awaitReady() {
        await().atMost(SOON).until(() -> terminal.status() instanceof DeviceStatus.Ready);
    }

    protected static PaymentOrder order(long amountMinor) {
        return new PaymentOrder(UUID.randomUUID(), amountMinor, "EUR", "booking 7");
    }

    protected static ReversalOrder reversal(PaymentOrder order, long amountMinor) {
        return new ReversalOrder(UUID.randomUUID(), order.id(), amountMinor, order.currency());
    }

    protected static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private void assertDeclined(DeclineReason reason) throws Exception {
        assertThat(get(terminal.pay(order(100)))).isEqualTo(new Declined(reason));
        assertThat(rig.charges()).isEmpty();
    }

    private void assertChargedOnce(long amountMinor) {
        assertThat(rig.charges())
                .singleElement()
                .extracting(Charge::amountMinor, Charge::reversedMinor)
                .containsExactly(amountMinor, 0L);
    }

    private void assertGivenBack(long amountMinor) {
        assertThat(rig.charges())
                .singleElement()
                .extracting(Charge::amountMinor, Charge::reversedMinor)
                .containsExactly(amountMinor, amountMinor);
    }

    private void awaitApproved(PaymentOrder order) {
        await().atMost(SOON)
                .until(
                        () ->
                                get(terminal.status(order)) instanceof Finished(var outcome)
                                        && outcome instanceof Approved);
    }

    private void awaitStatus(PaymentOrder order, PaymentOutcome outcome) {
        await().atMost(SOON).until(() -> get(terminal.status(order)).equals(new Finished(outcome)));
    }
}
