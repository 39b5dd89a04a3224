package io.guidepost.kiosk.payment;

import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.money.Money;
import io.guidepost.devices.PaymentOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment as it is written down before the terminal is asked, and after.
 *
 * @param reference short form that the customer may read aloud
 * @param title what is paid for
 */
public record PaymentIntent(
        UUID paymentId,
        UUID holdId,
        SessionId session,
        OfferId offer,
        String title,
        Money amount,
        String reference,
        Optional<MemberRef> member,
        Instant at,
        Stage stage) {
    /** How far it has come. */
    public enum Stage {
        /** The terminal may have been asked. */
        ASKED,
        /** The terminal was asked and nobody knows the outcome; the backend has been told so. */
        UNKNOWN,
        /** The customer was charged; the event is in the outbox. */
        CAPTURED,
        /** The customer was not charged; the event is in the outbox. */
        NOT_TAKEN
    }

    public PaymentIntent reached(Stage next) {
        return new PaymentIntent(
                paymentId, holdId, session, offer, title, amount, reference, member, at, next);
    }

    /** As the terminal is asked. */
    public PaymentOrder order() {
        return new PaymentOrder(
                paymentId, amount.minor(), amount.currency().getCurrencyCode(), reference);
    }

    /** Whether it must be asked for at the terminal after a restart. */
    public boolean unresolved() {
        return stage == Stage.ASKED || stage == Stage.UNKNOWN;
    }
}
