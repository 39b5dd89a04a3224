package io.guidepost.devices;

/** What the terminal says of a payment when asked by its id. */
public sealed interface TransactionStatus {

    /**
     * It ended; the outcome is approved or declined, or unknown where the terminal's own answer
     * was.
     */
    record Finished(PaymentOutcome outcome) implements TransactionStatus {}

    /** It still runs. */
    record InProgress() implements TransactionStatus {}

    /**
     * The terminal has not begun anything with this id: nothing is charged for it so far. What was
     * sent a short while ago may still be on its way to it.
     */
    record NotFound() implements TransactionStatus {}

    /**
     * The terminal gave no answer; ask again later.
     *
     * @param reason for the technician, in English
     */
    record NoAnswer(String reason) implements TransactionStatus {}
}
