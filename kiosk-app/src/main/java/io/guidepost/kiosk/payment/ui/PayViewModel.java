package io.guidepost.kiosk.payment.ui;

import io.guidepost.contract.money.Money;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.payment.Payment;
import io.guidepost.kiosk.payment.PaymentState;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.ui.ViewModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Paying for what is held: what is paid, how long it is held, how the payment stands. */
public final class PayViewModel implements ViewModel {
    private static final Duration TICK = Duration.ofMillis(250);

    private final Order order;
    private final Ways ways;
    private final Supplier<Payment> pay;
    private final Clock clock;
    private final LiveValue<State> state;
    private final Subscription ticking;
    private Payment payment;
    private Subscription watching;

    /**
     * What is paid.
     *
     * @param when beginning of the slot; empty for goods
     * @param heldUntil when the hold ends unless a payment has been opened
     */
    public record Order(
            String title,
            int quantity,
            Optional<Instant> when,
            Money amount,
            Instant heldUntil,
            boolean member) {}

    /** Where the screen leads. */
    public interface Ways {
        /** The customer was charged: to the voucher. */
        void approved(UUID paymentId, String reference);

        /** The customer does not want it any more, and nothing is charged. */
        void givenUp();

        /** The customer goes while nobody knows whether they were charged. */
        void goneWithoutKnowing();
    }

    /**
     * All that is shown.
     *
     * @param left until the hold ends
     */
    public record State(PaymentState payment, Duration left) {}

    /**
     * @param pay starts a payment at the terminal; called once now and once for each new try
     */
    public PayViewModel(
            Order order, Supplier<Payment> pay, Ways ways, BackgroundTasks tasks, Clock clock) {
        this.order = order;
        this.ways = ways;
        this.pay = pay;
        this.clock = clock;
        this.state =
                new LiveValue<>(new State(new PaymentState.Opening(), left(order.heldUntil())));
        this.payment = pay.get();
        this.watching = payment.state().observe(this::changed);
        this.ticking = tasks.every("hold countdown", TICK, this::tick);
    }

    public Order order() {
        return order;
    }

    public Observable<State> state() {
        return state;
    }

    /** Stops the payment; what comes of it is seen in the state. */
    public void cancel() {
        current().cancel();
    }

    /** Tries again after a payment that was not approved. */
    public void again() {
        if (!(state.get().payment() instanceof PaymentState.NotApproved)) {
            return;
        }
        Payment next = pay.get();
        synchronized (this) {
            watching.close();
            payment = next;
            watching = next.state().observe(this::changed);
        }
    }

    /** Gives up after a payment that was not approved. */
    public void giveUp() {
        if (state.get().payment() instanceof PaymentState.NotApproved) {
            ways.givenUp();
        }
    }

    /** Goes while nobody knows. */
    public void leaveUnknown() {
        if (state.get().payment() instanceof PaymentState.Unknown) {
            ways.goneWithoutKnowing();
        }
    }

    /**
     * While the terminal is at work, leaving means cancelling: the terminal's answer decides what
     * comes next. While nobody knows, leaving is the end of the session: without this page nobody
     * would hear that the payment went through, and buy again.
     */
    @Override
    public boolean mayLeave() {
        return switch (state.get().payment()) {
            case PaymentState.Opening _, PaymentState.AtTerminal _ -> {
                cancel();
                yield false;
            }
            case PaymentState.Unknown _ -> {
                leaveUnknown();
                yield false;
            }
            case PaymentState.Approved _, PaymentState.NotApproved _ -> true;
        };
    }

    /** A scan must not disturb a payment. */
    @Override
    public boolean takesCodes() {
        return switch (state.get().payment()) {
            case PaymentState.Opening _, PaymentState.AtTerminal _, PaymentState.Unknown _ -> false;
            case PaymentState.Approved _, PaymentState.NotApproved _ -> true;
        };
    }

    @Override
    public void close() {
        ticking.close();
        synchronized (this) {
            watching.close();
        }
    }

    private synchronized Payment current() {
        return payment;
    }

    private void changed(PaymentState next) {
        state.update(now -> new State(next, left(until(next))));
        if (next instanceof PaymentState.Approved approved) {
            ways.approved(approved.paymentId(), approved.reference());
        }
    }

    private void tick() {
        state.update(now -> new State(now.payment(), left(until(now.payment()))));
    }

    private Instant until(PaymentState payment) {
        return payment instanceof PaymentState.AtTerminal at ? at.holdUntil() : order.heldUntil();
    }

    private Duration left(Instant until) {
        Duration rest = Duration.between(clock.instant(), until);
        return rest.isNegative() ? Duration.ZERO : Duration.ofSeconds(rest.toSeconds());
    }
}
