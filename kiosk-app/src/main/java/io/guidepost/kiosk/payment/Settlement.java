package io.guidepost.kiosk.payment;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.money.Money;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.kiosk.payment.PaymentIntent.Stage;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an outcome down, with the event that tells the backend, and says what it means. Blocking.
 */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final PaymentLedger ledger;
    private final Clock clock;

    Settlement(PaymentLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    PaymentState settle(PaymentIntent intent, PaymentOutcome outcome) {
        return switch (outcome) {
            case PaymentOutcome.Approved approved -> captured(intent, approved);
            case PaymentOutcome.Declined(var reason) ->
                    switch (reason) {
                        case REFUSED -> notTaken(intent, NotApprovedReason.DECLINED);
                        case CANCELLED -> notTaken(intent, NotApprovedReason.CANCELLED);
                        case BUSY -> notTaken(intent, NotApprovedReason.TERMINAL_BUSY);
                        case UNREACHABLE, NOT_ACCEPTED ->
                                notTaken(intent, NotApprovedReason.TERMINAL_AWAY);
                        case CARD_LEFT_IN -> notTaken(intent, NotApprovedReason.CARD_LEFT_IN);
                        case PARTIAL_APPROVAL, WRONG_AMOUNT ->
                                notTaken(intent, NotApprovedReason.GIVEN_BACK);
                    };
            case PaymentOutcome.Unknown _ -> unknown(intent);
        };
    }

    /** The terminal never saw the payment: it never asked the customer. */
    PaymentState neverAsked(PaymentIntent intent) {
        return notTaken(intent, NotApprovedReason.TERMINAL_AWAY);
    }

    /** Tells the backend once that nobody knows. */
    PaymentState unknown(PaymentIntent intent) {
        if (intent.stage() != Stage.UNKNOWN) {
            ledger.advance(
                    intent.reached(Stage.UNKNOWN),
                    new KioskEvent.PaymentUnknown(
                            intent.session(),
                            intent.paymentId(),
                            intent.holdId(),
                            intent.amount(),
                            clock.instant()));
        }
        return stillUnknown(intent);
    }

    static PaymentState stillUnknown(PaymentIntent intent) {
        return new PaymentState.Unknown(intent.paymentId(), intent.amount(), intent.reference());
    }

    private PaymentState captured(PaymentIntent intent, PaymentOutcome.Approved approved) {
        Money taken = Money.of(approved.amountMinor(), approved.currency());
        if (!taken.equals(intent.amount())) {
            // A terminal that breaks its word: neither booked for another amount nor forgotten.
            LOG.error(
                    "payment {}: the terminal took another amount than it was asked",
                    intent.paymentId());
            return unknown(intent);
        }
        ledger.advance(
                intent.reached(Stage.CAPTURED),
                new KioskEvent.PaymentCaptured(
                        intent.session(),
                        intent.paymentId(),
                        intent.holdId(),
                        taken,
                        approved.terminalTransactionId(),
                        approved.authorisationCode(),
                        intent.member(),
                        clock.instant()));
        return new PaymentState.Approved(intent.paymentId(), taken, intent.reference());
    }

    private PaymentState notTaken(PaymentIntent intent, NotApprovedReason reason) {
        ledger.advance(
                intent.reached(Stage.NOT_TAKEN),
                new KioskEvent.PaymentNotTaken(
                        intent.session(),
                        intent.paymentId(),
                        intent.holdId(),
                        reason.word(),
                        clock.instant()));
        return new PaymentState.NotApproved(reason);
    }
}
