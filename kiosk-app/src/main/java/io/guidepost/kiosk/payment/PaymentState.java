package io.guidepost.kiosk.payment;

import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.UUID;

/** How a payment stands. Approved, not approved and unknown are three different things. */
public sealed interface PaymentState {
    /** The backend is asked to open the payment. */
    record Opening() implements PaymentState {}

    /**
     * The terminal asks the customer.
     *
     * @param amount what the terminal shows
     * @param holdUntil when the hold ends
     * @param cancelling cancel was asked for and the terminal has not answered yet
     */
    record AtTerminal(Money amount, String reference, Instant holdUntil, boolean cancelling)
            implements PaymentState {}

    /** The customer was charged, and that is written down. */
    record Approved(UUID paymentId, Money amount, String reference) implements PaymentState {}

    /** The customer was not charged, and that is certain. */
    record NotApproved(NotApprovedReason reason) implements PaymentState {}

    /**
     * Nobody knows yet. The screen says "do not pay again" and shows the reference. The booking is
     * kept; it goes on in the background and becomes approved or not approved by itself.
     */
    record Unknown(UUID paymentId, Money amount, String reference) implements PaymentState {}

    /** Whether nothing more will change. */
    default boolean isFinal() {
        return switch (this) {
            case Approved _, NotApproved _ -> true;
            case Opening _, AtTerminal _, Unknown _ -> false;
        };
    }
}
