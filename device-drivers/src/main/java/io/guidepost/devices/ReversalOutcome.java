package io.guidepost.devices;

/** How a reversal ended. */
public sealed interface ReversalOutcome {

    /** The money goes back. */
    record Reversed(long amountMinor, String currency, String terminalTransactionId)
            implements ReversalOutcome {}

    /**
     * Nothing went back, and that is certain.
     *
     * @param reason the terminal's reason, for the technician
     */
    record NotReversed(String reason) implements ReversalOutcome {}

    /** No answer: ask again with the same reversal id. */
    record Unknown(String reason) implements ReversalOutcome {}
}
