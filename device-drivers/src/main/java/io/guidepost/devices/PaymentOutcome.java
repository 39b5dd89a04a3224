package io.guidepost.devices;

import java.util.Optional;

/** How a payment ended. Unknown is a case of its own and never counts as declined. */
public sealed interface PaymentOutcome {

    /**
     * The customer was charged exactly what was asked.
     *
     * @param amountMinor what was charged, in minor units: the order's amount
     * @param currency the order's currency, ISO 4217
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

    /** The customer was not charged, or has the money back, and that is certain. */
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
        /** The terminal, or the driver, was at work on something else. */
        BUSY,
        /** The terminal could not be reached before anything was sent. */
        UNREACHABLE,
        /** The terminal refused the request itself. */
        NOT_ACCEPTED,
        /** A card was left in the reader: it must be taken out first. */
        CARD_LEFT_IN,
        /** Less than the whole amount was approved, and the driver has given that back. */
        PARTIAL_APPROVAL,
        /** Too much or another currency was charged, and the driver has given that back. */
        WRONG_AMOUNT
    }
}
