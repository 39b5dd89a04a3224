package io.guidepost.backend.payment;

import io.guidepost.backend.booking.BadRequest;
import io.guidepost.backend.booking.HoldRow;
import io.guidepost.backend.booking.Holds;
import io.guidepost.backend.store.Database;
import io.guidepost.backend.voucher.Bookings;
import io.guidepost.contract.booking.Reply.PaymentRefusal;
import io.guidepost.contract.booking.Reply.PaymentResult;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Payments of holds. What the terminal took is booked or goes back, and never both; the same report
 * counts once. All methods take part in the caller's transaction; {@link Settlement} tells the
 * payment provider afterwards.
 */
public final class Payments {
    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);

    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final String BOOKING = "booking";

    private final Holds holds;
    private final Bookings bookings;
    private final Clock clock;

    public Payments(Holds holds, Bookings bookings, Clock clock) {
        this.holds = holds;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** Opens the payment of a hold. The same payment id gives the same answer. */
    public PaymentResult open(Handle transaction, KioskId kiosk, Request.OpenPayment request) {
        Optional<HoldRow> found = holds.lock(transaction, kiosk, request.holdId());
        if (found.isEmpty()) {
            return new PaymentResult.PaymentRefused(PaymentRefusal.UNKNOWN_HOLD);
        }
        HoldRow hold = found.get();
        Optional<PaymentRow> known = PaymentTable.lock(transaction, request.paymentId());
        if (known.isPresent()) {
            return repeated(known.get(), hold);
        }
        if (!hold.runsAt(clock.instant())) {
            return new PaymentResult.PaymentRefused(PaymentRefusal.HOLD_ENDED);
        }
        if (!hold.amount().equals(request.amount())) {
            return new PaymentResult.PaymentRefused(PaymentRefusal.AMOUNT_CHANGED);
        }
        PaymentRow payment =
                newPayment(request.paymentId(), Optional.of(hold.id()), kiosk, request);
        PaymentTable.insert(transaction, payment, hold.session(), clock.instant());
        return new PaymentResult.PaymentOpened(
                payment.id(),
                payment.amount(),
                payment.reference(),
                holds.coverPayment(transaction, hold));
    }

    private static PaymentResult repeated(PaymentRow payment, HoldRow hold) {
        if (!payment.hold().equals(Optional.of(hold.id()))) {
            throw new BadRequest("paymentId: used for another hold");
        }
        return new PaymentResult.PaymentOpened(
                payment.id(), payment.amount(), payment.reference(), hold.expiresAt());
    }

    private static PaymentRow newPayment(
            UUID id, Optional<UUID> hold, KioskId kiosk, Request.OpenPayment request) {
        return new PaymentRow(
                id,
                hold,
                kiosk,
                request.amount(),
                Ids.newReference(),
                PaymentRow.State.OPENED,
                Optional.empty(),
                0);
    }

    /**
     * The terminal took money: books what it was for, or marks it for refund where nothing is left,
     * the hold is paid already, or the amount is not the hold's.
     *
     * @throws IllegalArgumentException when the amount is not positive or the payment is another
     *     kiosk's
     */
    public void captured(Handle transaction, KioskId kiosk, KioskEvent.PaymentCaptured event) {
        if (!event.amount().isPositive()) {
            throw new IllegalArgumentException("amount: needs to be more than 0");
        }
        Optional<HoldRow> hold = holds.lock(transaction, kiosk, event.holdId());
        PaymentRow payment = known(transaction, kiosk, event, hold);
        boolean alreadyCounted = payment.terminalTransaction().isPresent();
        if (alreadyCounted) {
            return;
        }
        boolean booked =
                hold.isPresent()
                        && payment.hold().equals(Optional.of(hold.get().id()))
                        && hold.get().amount().equals(event.amount())
                        && book(transaction, hold.get(), payment.id());
        if (booked) {
            PaymentTable.taken(transaction, event, PaymentRow.State.CAPTURED, clock.instant());
        } else {
            LOG.warn("payment {} of {}: nothing to give for it, refund", payment.id(), kiosk);
            PaymentTable.taken(transaction, event, PaymentRow.State.REFUND_DUE, clock.instant());
        }
    }

    /**
     * Books the hold; where the database refuses that, the money goes back and is not forgotten.
     */
    private boolean book(Handle transaction, HoldRow hold, UUID paymentId) {
        transaction.savepoint(BOOKING);
        try {
            boolean booked = holds.book(transaction, hold);
            if (booked) {
                bookings.add(transaction, hold, paymentId);
            }
            transaction.releaseSavepoint(BOOKING);
            return booked;
        } catch (JdbiException e) {
            if (!Database.isDataError(e)) {
                throw e;
            }
            transaction.rollbackToSavepoint(BOOKING);
            LOG.error("payment {}: the database refuses its booking", paymentId);
            return false;
        }
    }

    /** The payment, made from the report where the backend has never opened it. */
    private PaymentRow known(
            Handle transaction,
            KioskId kiosk,
            KioskEvent.PaymentCaptured event,
            Optional<HoldRow> hold) {
        Optional<PaymentRow> known = PaymentTable.lock(transaction, event.paymentId());
        if (known.isPresent()) {
            return own(kiosk, known.get());
        }
        PaymentRow payment =
                newPayment(
                        event.paymentId(),
                        hold.map(HoldRow::id),
                        kiosk,
                        new Request.OpenPayment(event.paymentId(), event.holdId(), event.amount()));
        SessionId session = event.session();
        PaymentTable.insert(transaction, payment, session, clock.instant());
        return payment;
    }

    private static PaymentRow own(KioskId kiosk, PaymentRow payment) {
        if (!payment.kiosk().equals(kiosk)) {
            throw new IllegalArgumentException("paymentId: is another kiosk's");
        }
        return payment;
    }

    /**
     * The terminal took nothing. The hold runs on, so that the customer may try another card,
     * unless the kiosk has given it back before.
     */
    public void notTaken(Handle transaction, KioskId kiosk, KioskEvent.PaymentNotTaken event) {
        Optional<HoldRow> hold = holds.lock(transaction, kiosk, event.holdId());
        open(transaction, kiosk, event.paymentId())
                .ifPresent(
                        p ->
                                PaymentTable.state(
                                        transaction,
                                        p.id(),
                                        PaymentRow.State.NOT_TAKEN,
                                        clock.instant()));
        hold.filter(HoldRow::askedBack)
                .filter(h -> !PaymentTable.anyOpen(transaction, h.id()))
                .ifPresent(h -> holds.release(transaction, h));
    }

    /**
     * Gives a hold of this kiosk back. While a payment of it may take money, or may have, the hold
     * is kept: it ends when the terminal took nothing, or with its time. An unknown or ended hold
     * is left as it is.
     *
     * @return whether it was given back now
     */
    public boolean release(Handle transaction, KioskId kiosk, UUID holdId) {
        Optional<HoldRow> hold = holds.lock(transaction, kiosk, holdId);
        if (hold.isEmpty()) {
            return false;
        }
        if (PaymentTable.anyOpen(transaction, holdId)) {
            holds.askBack(transaction, hold.get());
            return false;
        }
        return holds.release(transaction, hold.get());
    }

    /** Nobody knows: the hold is kept for longer. */
    public void unknown(Handle transaction, KioskId kiosk, KioskEvent.PaymentUnknown event) {
        holds.lock(transaction, kiosk, event.holdId())
                .ifPresent(h -> holds.coverUnknown(transaction, h));
        open(transaction, kiosk, event.paymentId())
                .ifPresent(
                        p ->
                                PaymentTable.state(
                                        transaction,
                                        p.id(),
                                        PaymentRow.State.UNKNOWN,
                                        clock.instant()));
    }

    private static Optional<PaymentRow> open(Handle transaction, KioskId kiosk, UUID id) {
        return PaymentTable.lock(transaction, id)
                .map(p -> own(kiosk, p))
                .filter(PaymentRow::isOpen);
    }

    /**
     * Closes payments that no kiosk has reported on for {@link #FORGOTTEN} after their hold's end:
     * most were never asked for at a terminal. An unknown one is left to its kiosk, which goes on
     * asking. Money that is reported later all the same is booked or goes back as ever.
     *
     * @return how many
     */
    public int closeForgotten(Handle transaction) {
        Instant now = clock.instant();
        int closed = PaymentTable.closeOpened(transaction, now.minus(FORGOTTEN), now);
        if (closed > 0) {
            LOG.warn("{} payments were opened and never reported on: closed", closed);
        }
        return closed;
    }

    /** The payment of this kiosk. */
    public Optional<PaymentRow> find(Handle transaction, KioskId kiosk, UUID id) {
        return PaymentTable.lock(transaction, id).filter(p -> p.kiosk().equals(kiosk));
    }
}
