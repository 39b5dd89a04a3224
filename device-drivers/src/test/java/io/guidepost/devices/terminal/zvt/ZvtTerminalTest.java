package io.guidepost.devices.terminal.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceHealth.Verdict;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentOutcome.Approved;
import io.guidepost.devices.PaymentOutcome.DeclineReason;
import io.guidepost.devices.PaymentOutcome.Declined;
import io.guidepost.devices.PaymentOutcome.Unknown;
import io.guidepost.devices.ReversalOrder;
import io.guidepost.devices.ReversalOutcome.NotReversed;
import io.guidepost.devices.ReversalOutcome.Reversed;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.TransactionStatus.Finished;
import io.guidepost.devices.sim.Charge;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalFault;
import io.guidepost.devices.sim.TerminalStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is ZVT's own: its steps, its receipts, its end of day. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class ZvtTerminalTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private ZvtRig rig;

    @SuppressWarnings("NullAway.Init")
    private ZvtTerminal terminal;

    @BeforeEach
    void start() throws Exception {
        rig = ZvtRig.start(directory);
        terminal = rig.driver();
        terminal.start();
        awaitReady();
    }

    @AfterEach
    void stop() throws Exception {
        terminal.close();
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS_INFORMATION, SILENT",
        "STATUS_INFORMATION, CUT",
        "STATUS_INFORMATION, GARBAGE",
        "STATUS_INFORMATION, LATE",
        "COMPLETION, SILENT",
        "COMPLETION, CUT",
        "COMPLETION, GARBAGE",
        "COMPLETION, LATE"
    })
    void whatIsLostBetweenApprovalAndEndIsFoundAndChargedOnce(
            TerminalStep step, TerminalFault fault) throws Exception {
        rig.script().setLateness(Duration.ofSeconds(5));
        rig.script().once(step, fault);
        PaymentOrder order = order(500);
        assertThat(get(terminal.pay(order))).isInstanceOf(Approved.class);
        assertThat(get(terminal.pay(order))).isInstanceOf(Approved.class);
        assertThat(rig.charges()).extracting(Charge::amountMinor).containsExactly(500L);
    }

    @Test
    void aCompletionThatComesLateButInTimeIsWaitedFor() throws Exception {
        rig.script().setLateness(Duration.ofMillis(900));
        rig.script().once(TerminalStep.COMPLETION, TerminalFault.LATE);
        assertThat(get(terminal.pay(order(500)))).isInstanceOf(Approved.class);
        assertThat(terminal.counters().get("settlements")).isZero();
    }

    @Test
    void theCustomerPressesStop() throws Exception {
        rig.script().next(TerminalBehaviour.ASK);
        CompletionStage<PaymentOutcome> paying = terminal.pay(order(500));
        await().atMost(SOON).until(rig.simulator()::pressStop);
        assertThat(get(paying)).isEqualTo(new Declined(DeclineReason.CANCELLED));
    }

    @Test
    void aReceiptOfSomebodyElseIsNotTakenForThePayment() throws Exception {
        get(terminal.pay(order(100)));
        rig.script().once(TerminalStep.PAYMENT, TerminalFault.CUT);
        rig.script().set(TerminalStep.STATUS, TerminalFault.DEAF);
        PaymentOrder order = order(500);
        assertThat(get(terminal.pay(order))).isInstanceOf(Unknown.class);
        rig.simulator().chargeForSomebodyElse(500, "EUR");
        rig.script().clear();
        awaitReady();
        TransactionStatus status = get(terminal.status(order));
        assertThat(status).isInstanceOf(Finished.class);
        assertThat(((Finished) status).outcome())
                .isInstanceOfSatisfying(
                        Unknown.class,
                        u -> assertThat(u.reason()).contains("receipts [2, 3] belong to nothing"));
        assertThat(get(terminal.pay(order))).isInstanceOf(Unknown.class);
        assertThat(rig.charges()).hasSize(3);
    }

    @Test
    void anotherAmountThatWasNeverToldIsNotGivenBackOnSuspicion() throws Exception {
        get(terminal.pay(order(100)));
        rig.script().once(TerminalStep.PAYMENT, TerminalFault.DEAF);
        rig.script().set(TerminalStep.STATUS, TerminalFault.DEAF);
        PaymentOrder order = order(500);
        assertThat(get(terminal.pay(order))).isInstanceOf(Unknown.class);
        rig.simulator().chargeForSomebodyElse(250, "EUR");
        rig.script().clear();
        awaitReady();
        assertThat(get(terminal.pay(order)))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        u -> assertThat(u.reason()).contains("another amount than was asked"));
        assertThat(rig.charges()).extracting(Charge::reversedMinor).containsOnly(0L);
    }

    @Test
    void aWrongChargeIsGivenBackAlsoAfterAnotherReceipt() throws Exception {
        rig.script().next(TerminalBehaviour.PARTIAL);
        rig.script().once(TerminalStep.REVERSAL, TerminalFault.REFUSED);
        PaymentOrder order = order(500);
        assertThat(get(terminal.pay(order))).isInstanceOf(Unknown.class);
        assertThat(get(terminal.pay(order(100)))).isInstanceOf(Approved.class);
        assertThat(get(terminal.status(order)))
                .isEqualTo(new Finished(new Declined(DeclineReason.PARTIAL_APPROVAL)));
    }

    @Test
    void whatTheTerminalReversedByItselfIsNotTakenForAPayment() throws Exception {
        rig.simulator().setReversesUnconfirmed(true);
        get(terminal.pay(order(100)));
        rig.script().once(TerminalStep.STATUS_INFORMATION, TerminalFault.CUT);
        PaymentOrder order = order(500);
        // The payment is receipt 2, its reversal 3.
        assertThat(get(terminal.pay(order))).isNotInstanceOf(Approved.class);
        assertThat(rig.charges()).extracting(Charge::reversedMinor).containsExactly(0L, 500L);
    }

    @Test
    void anUnknownPaymentIsKnownByTheOnesAfterIt() throws Exception {
        get(terminal.pay(order(100)));
        rig.script().once(TerminalStep.PAYMENT, TerminalFault.DEAF);
        PaymentOrder lost = order(500);
        assertThat(get(terminal.pay(lost))).isInstanceOf(Unknown.class);
        assertThat(get(terminal.pay(order(500)))).isInstanceOf(Approved.class);
        assertThat(get(terminal.status(lost))).isEqualTo(new TransactionStatus.NotFound());
        assertThat(rig.charges()).hasSize(2);
    }

    @Test
    void receiptsGoOnFromTheLastNumberToTheFirst() throws Exception {
        rig.simulator().setNextReceipt(9998);
        for (int i = 0; i < 2; i++) {
            assertThat(get(terminal.pay(order(100)))).isInstanceOf(Approved.class);
        }
        rig.script().once(TerminalStep.PAYMENT, TerminalFault.CUT);
        Approved approved = (Approved) get(terminal.pay(order(300)));
        assertThat(approved.terminalTransactionId()).startsWith("1/");
        assertThat(rig.charges()).hasSize(3);
    }

    @Test
    void aBookWithATornLineIsReadUpToIt() throws Exception {
        PaymentOrder order = order(900);
        PaymentOutcome outcome = get(terminal.pay(order));
        terminal.close();
        Files.writeString(rig.book(), "SENT 4711", StandardOpenOption.APPEND);
        terminal = rig.driver();
        terminal.start();
        awaitReady();
        Approved again = (Approved) get(terminal.pay(order));
        assertThat(again.terminalTransactionId())
                .isEqualTo(((Approved) outcome).terminalTransactionId());
        assertThat(get(terminal.pay(order(200)))).isInstanceOf(Approved.class);
        assertThat(rig.charges()).hasSize(2);
        assertThat(Files.readString(rig.book())).doesNotContain("4711").doesNotContain("4242");
    }

    @Test
    void aBookThatCannotBeWrittenTakesNoMoney() throws Exception {
        terminal.close();
        Files.deleteIfExists(rig.book());
        Files.createDirectory(rig.book());
        terminal = rig.driver();
        terminal.start();
        awaitReady();
        assertThat(get(terminal.pay(order(100)))).isNotInstanceOf(Approved.class);
        assertThat(rig.charges()).isEmpty();
    }

    @Test
    void givesBackWholePaymentsOnlyAndEachOnce() throws Exception {
        PaymentOrder order = order(900);
        get(terminal.pay(order));
        assertThat(get(terminal.reverse(reversal(order, 400))))
                .isEqualTo(new NotReversed("ZVT gives back whole payments only"));
        assertThat(get(terminal.reverse(reversal(order, 900)))).isInstanceOf(Reversed.class);
        assertThat(get(terminal.reverse(reversal(order, 900))))
                .isInstanceOfSatisfying(
                        NotReversed.class,
                        n -> assertThat(n.reason()).contains("reversed already"));
        assertThat(rig.charges()).extracting(Charge::reversedMinor).containsExactly(900L);
    }

    @Test
    void anotherCurrencyThanTheTerminalsIsNotEvenSent() throws Exception {
        PaymentOrder order = new PaymentOrder(UUID.randomUUID(), 100, "CHF", "booking 7");
        assertThat(get(terminal.pay(order))).isEqualTo(new Declined(DeclineReason.NOT_ACCEPTED));
        assertThat(get(terminal.status(order))).isEqualTo(new TransactionStatus.NotFound());
    }

    @Test
    void aTerminalWithAnotherCurrencyIsAFault() {
        rig.simulator().setCurrency("CHF");
        rig.dropConnections();
        await().atMost(SOON)
                .until(
                        () ->
                                terminal.status() instanceof DeviceStatus.Fault(String why, _)
                                        && why.contains("CHF"));
    }

    @Test
    void theEndOfDayIsSettledAndPaymentsAfterItAreFound() throws Exception {
        get(terminal.pay(order(100)));
        assertThat(get(terminal.endOfDay())).isEqualTo(new EndOfDay.Done());
        rig.script().once(TerminalStep.PAYMENT, TerminalFault.CUT);
        assertThat(get(terminal.pay(order(300)))).isInstanceOf(Approved.class);
        assertThat(rig.charges()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEAF", "SILENT", "CUT", "GARBAGE", "REFUSED"})
    void anEndOfDayWithoutAnswerIsNotDone(TerminalFault fault) throws Exception {
        rig.script().once(TerminalStep.END_OF_DAY, fault);
        assertThat(get(terminal.endOfDay())).isNotInstanceOf(EndOfDay.Done.class);
        awaitReady();
        assertThat(get(terminal.endOfDay())).isInstanceOf(EndOfDay.Done.class);
    }

    @Test
    void textsToPrintAreConfirmed() throws Exception {
        rig.script().setPrints(true);
        assertThat(get(terminal.pay(order(100)))).isInstanceOf(Approved.class);
    }

    @Test
    void itsHealthIsWhatTheTerminalSays() {
        assertThat(terminal.identity().serial()).isEqualTo("29004869");
        await().atMost(SOON).until(() -> terminal.health().selfTest().verdict() == Verdict.GOOD);
        rig.script().set(TerminalStep.DIAGNOSIS, TerminalFault.REFUSED);
        await().atMost(SOON).until(() -> terminal.status() instanceof DeviceStatus.Degraded);
        assertThat(terminal.health().selfTest().verdict()).isEqualTo(Verdict.BAD);
        rig.script().clear();
        awaitReady();
    }

    @Test
    void aTerminalThatForgotTheKioskWhileIdleIsRegisteredAgain() {
        rig.simulator().logOut();
        await().atMost(SOON).until(() -> terminal.counters().get("logged-out") == 1);
        awaitReady();
    }

    private void awaitReady() {
        await().atMost(SOON).until(() -> terminal.status() instanceof DeviceStatus.Ready);
    }

    private static PaymentOrder order(long amountMinor) {
        return new PaymentOrder(UUID.randomUUID(), amountMinor, "EUR", "booking 7");
    }

    private static ReversalOrder reversal(PaymentOrder order, long amountMinor) {
        return new ReversalOrder(UUID.randomUUID(), order.id(), amountMinor, "EUR");
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
