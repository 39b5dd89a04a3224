package io.guidepost.devices;

import java.util.Optional;

/** How a payment ended. Unknown is a case of its own and never counts as declined. */
public sealed interface PaymentOutcome {

    /**
     * The customer was charged.
     *
     * @param amountMinor what was charged, in minor units
     * @param currency ISO 4217
     * @param authorisationCode the acquirer's approval code, empty where the terminal sends none
     * @param terminalTransactionId the terminal's own id of the transaction
     * @param maskedPan the card number with all but the last digits masked, where the terminal
     *     sends it
     */
    record Approved(
            long amountMinor,
            String currency,
            String authorisationCode,
            String terminalTransactionId,
            Optional<String> maskedPan)
            implements PaymentOutcome {}

    /** The customer was not charged, and that is certain. */
    record Declined(DeclineReason reason) implements PaymentOutcome {}

    /**
     * Nobody here knows whether the customer was charged: ask {@link PaymentTerminal#status} later.
     *
     * @param reason for the technician, in English
     */
    record Unknown(String reason) implements PaymentOutcome {}

    /** Why no money moved. */
    enum DeclineReason {
        /** The bank or the terminal refused the card. */
        REFUSED,
        /** The customer or the kiosk cancelled, or nobody showed a card. */
        CANCELLED,
        /** The terminal was at work on something else. */
        BUSY,
        /** The terminal could not be reached before anything was sent. */
        UNREACHABLE,
        /** The terminal refused the request itself. */
        NOT_ACCEPTED
    }
}
