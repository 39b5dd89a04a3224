package io.guidepost.kiosk.payment;

import io.guidepost.devices.PaymentId;
import io.guidepost.kiosk.booking.HeldBooking;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.util.UUID;

/** A payment that a customer waits for. */
final class RunningPayment implements Payment {
    private final UUID id;
    private final HeldBooking booking;
    private final Till till;
    private final LiveValue<PaymentState> state = new LiveValue<>(new PaymentState.Opening());
    private final Object cancelling = new Object();
    private boolean cancelled;
    private boolean atTerminal;

    RunningPayment(UUID id, HeldBooking booking, Till till) {
        this.id = id;
        this.booking = booking;
        this.till = till;
    }

    @Override
    public UUID id() {
        return id;
    }

    HeldBooking booking() {
        return booking;
    }

    @Override
    public Observable<PaymentState> state() {
        return state;
    }

    void become(PaymentState next) {
        state.update(now -> now.isFinal() ? now : next);
    }

    /**
     * The terminal is about to be asked.
     *
     * @return false where the customer has cancelled: it must not be asked
     */
    boolean enterTerminal(PaymentState.AtTerminal next) {
        synchronized (cancelling) {
            if (cancelled) {
                return false;
            }
            atTerminal = true;
        }
        become(next);
        return true;
    }

    void leaveTerminal() {
        synchronized (cancelling) {
            atTerminal = false;
        }
    }

    @Override
    public void cancel() {
        boolean reachTerminal;
        synchronized (cancelling) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            reachTerminal = atTerminal;
        }
        if (reachTerminal) {
            state.update(
                    now ->
                            now
                                            instanceof
                                            PaymentState.AtTerminal(
                                                    var amount,
                                                    var ref,
                                                    var until,
                                                    _)
                                    ? new PaymentState.AtTerminal(amount, ref, until, true)
                                    : now);
            till.abort(new PaymentId(id));
        }
    }
}
