package io.guidepost.kiosk.payment;

import io.guidepost.contract.booking.Reply.PaymentRefusal;
import io.guidepost.contract.booking.Reply.PaymentResult;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.booking.BookingService;
import io.guidepost.kiosk.booking.HeldBooking;
import io.guidepost.kiosk.payment.PaymentIntent.Stage;
import io.guidepost.kiosk.platform.Answer;
import io.guidepost.kiosk.platform.Backend;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.EventLog;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes money. What is wanted is written down before the terminal is asked; an outcome counts only
 * once it is written down together with the event that tells the backend; an unknown outcome is
 * asked for again, by the same id, until it is known, also after a restart. One payment at the
 * terminal at a time.
 */
public final class PaymentService {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentService.class);

    private final Backend backend;
    private final Till till;
    private final BookingService booking;
    private final EventLog events;
    private final PaymentLedger ledger;
    private final BackgroundTasks tasks;
    private final Clock clock;
    private final Settlement settlement;
    private final Resolver resolver;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final LiveValue<Boolean> busy = new LiveValue<>(false);

    /**
     * How often an unknown payment is asked for.
     *
     * @param first longest wait before the first question
     * @param longest longest wait between later ones; waits double until then
     * @param doubt how long the terminal must go on saying that it does not know the payment before
     *     that is believed: what was sent to a terminal that was waking up may begin that late
     */
    public record Pace(Duration first, Duration longest, Duration doubt) {
        /** From one second to half a minute; a minute and a half of doubt, as long as a payment. */
        public static final Pace STANDARD =
                new Pace(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(90));
    }

    /** Where payments are written down and where events go. */
    public record Books(PaymentLedger ledger, EventLog events) {}

    /**
     * Who takes part in a payment.
     *
     * @param booking has the hold before, and again where nothing was taken
     */
    public record Parties(Backend backend, Till till, BookingService booking) {}

    public PaymentService(
            Parties parties, Books books, BackgroundTasks tasks, Pace pace, Clock clock) {
        this.backend = parties.backend();
        this.till = parties.till();
        this.booking = parties.booking();
        this.events = books.events();
        this.ledger = books.ledger();
        this.tasks = tasks;
        this.clock = clock;
        this.settlement = new Settlement(ledger, clock);
        this.resolver = new Resolver(till, ledger, settlement, tasks, pace);
    }

    /** Takes up what an earlier run of the program left open. Blocks on the disk. */
    public void recover() {
        for (PaymentIntent intent : ledger.unresolved()) {
            LOG.info(
                    "payment {} was left open by an earlier run: asking the terminal",
                    intent.paymentId());
            resolver.resolve(intent, true, _ -> {});
        }
    }

    /**
     * Starts paying for what is held; returns at once. From here on the hold is the payment's,
     * until it is certain that nothing was taken.
     */
    public Payment pay(HeldBooking held) {
        RunningPayment payment = new RunningPayment(Ids.newId(), held, till);
        if (!taken.compareAndSet(false, true)) {
            payment.become(new PaymentState.NotApproved(NotApprovedReason.NOT_POSSIBLE_NOW));
            return payment;
        }
        Optional<Runnable> takeBack = booking.handOver(held);
        if (takeBack.isEmpty()) {
            // Released in this moment: nobody may be asked for money for it.
            taken.set(false);
            payment.become(new PaymentState.NotApproved(NotApprovedReason.HOLD_ENDED));
            return payment;
        }
        Subscription _ =
                payment.state()
                        .observe(
                                state -> {
                                    if (state instanceof PaymentState.NotApproved) {
                                        takeBack.get().run();
                                    }
                                });
        busy.set(true);
        tasks.run("payment", () -> drive(payment));
        return payment;
    }

    /** Whether a payment is being opened or is at the terminal: the session's idle timer rests. */
    public Observable<Boolean> busy() {
        return busy;
    }

    /**
     * The newest payments that were captured here, newest first; for staff who help a customer to a
     * voucher.
     */
    public CompletionStage<List<PaymentIntent>> recent(int limit) {
        return tasks.supply("read payments", () -> ledger.captured(limit));
    }

    private void drive(RunningPayment payment) {
        PaymentState end = new PaymentState.NotApproved(NotApprovedReason.NOT_POSSIBLE_NOW);
        try {
            end = open(payment);
        } finally {
            taken.set(false);
            busy.set(false);
            payment.become(end);
        }
    }

    private PaymentState open(RunningPayment payment) {
        HeldBooking booking = payment.booking();
        Answer<PaymentResult> answer =
                backend.ask(
                                new Request.OpenPayment(
                                        payment.id(), booking.holdId(), booking.amount()))
                        .toCompletableFuture()
                        .join();
        return switch (answer) {
            case Answer.Answered<PaymentResult>(PaymentResult.PaymentOpened opened) ->
                    writeDown(payment, opened);
            case Answer.Answered<PaymentResult>(PaymentResult.PaymentRefused(var reason)) ->
                    new PaymentState.NotApproved(reasonOf(reason));
            case Answer.Failed<PaymentResult>(var error) -> {
                LOG.warn("payment {} was not opened: {}", payment.id(), error);
                // The failure may have come after the backend opened it.
                reportNotTaken(payment, NotApprovedReason.NOT_REACHABLE);
                yield new PaymentState.NotApproved(NotApprovedReason.NOT_REACHABLE);
            }
            case Answer.NoAnswer<PaymentResult>(var why) -> {
                if (why == Answer.Reason.TIMEOUT) {
                    // The backend may have opened it: say that nothing was taken, so that it lets
                    // the hold go.
                    reportNotTaken(payment, NotApprovedReason.NOT_REACHABLE);
                }
                yield new PaymentState.NotApproved(NotApprovedReason.NOT_REACHABLE);
            }
        };
    }

    private static NotApprovedReason reasonOf(PaymentRefusal reason) {
        return switch (reason) {
            case HOLD_ENDED, UNKNOWN_HOLD -> NotApprovedReason.HOLD_ENDED;
            case AMOUNT_CHANGED -> NotApprovedReason.AMOUNT_CHANGED;
        };
    }

    private PaymentState writeDown(RunningPayment payment, PaymentResult.PaymentOpened opened) {
        HeldBooking booking = payment.booking();
        PaymentIntent intent =
                new PaymentIntent(
                        payment.id(),
                        booking.holdId(),
                        booking.session(),
                        booking.offer().id(),
                        booking.offer().title(),
                        opened.amount(),
                        opened.reference(),
                        booking.member(),
                        clock.instant(),
                        Stage.ASKED);
        PaymentState.AtTerminal shown =
                new PaymentState.AtTerminal(
                        opened.amount(), opened.reference(), opened.expiresAt(), false);
        try {
            ledger.open(intent);
        } catch (RuntimeException e) {
            LOG.error("payment {} could not be written down: terminal not asked", payment.id(), e);
            reportNotTaken(payment, NotApprovedReason.NOT_POSSIBLE_NOW);
            return new PaymentState.NotApproved(NotApprovedReason.NOT_POSSIBLE_NOW);
        }
        if (!payment.enterTerminal(shown)) {
            return settle(
                    payment,
                    intent,
                    new PaymentOutcome.Declined(PaymentOutcome.DeclineReason.CANCELLED));
        }
        PaymentOutcome outcome = atTerminal(intent);
        payment.leaveTerminal();
        return settle(payment, intent, outcome);
    }

    private PaymentOutcome atTerminal(PaymentIntent intent) {
        try {
            return till.pay(intent.order()).toCompletableFuture().join();
        } catch (RuntimeException e) {
            // A terminal that breaks its word is no proof that nothing was taken.
            LOG.error("the terminal failed in payment {}", intent.paymentId(), e);
            return new PaymentOutcome.Unknown("terminal failed");
        }
    }

    private PaymentState settle(
            RunningPayment payment, PaymentIntent intent, PaymentOutcome outcome) {
        PaymentState state;
        try {
            state = settlement.settle(intent, outcome);
        } catch (RuntimeException e) {
            LOG.error("the outcome of payment {} could not be written down yet", payment.id(), e);
            state = Settlement.stillUnknown(intent);
        }
        if (!state.isFinal()) {
            resolver.resolve(intent, false, payment::become);
        }
        return state;
    }

    private void reportNotTaken(RunningPayment payment, NotApprovedReason reason) {
        events.record(
                new KioskEvent.PaymentNotTaken(
                        payment.booking().session(),
                        payment.id(),
                        payment.booking().holdId(),
                        reason.word(),
                        clock.instant()));
    }
}
