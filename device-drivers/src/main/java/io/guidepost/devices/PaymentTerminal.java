package io.guidepost.devices;

import java.util.concurrent.CompletionStage;

/**
 * A card terminal. No stage completes exceptionally. A payment is charged at most once for one
 * {@link PaymentId}, however often it is asked for and whatever breaks in between.
 *
 * <p>Approved always means the order's amount in the order's currency. Where a terminal charges
 * anything else, the driver gives it back by itself, once: the payment counts as declined when the
 * terminal has confirmed that, and as unknown until then.
 */
public interface PaymentTerminal extends Device {

    /**
     * Asks the customer to pay. Asking again with the same id joins the payment or returns its
     * outcome; a payment that an earlier run of the program may have sent is asked for by {@link
     * #status} first. While another payment runs the answer is declined as busy, at once (unknown
     * where this very payment was sent before). Where the line breaks, the driver reconnects and
     * asks the terminal what became of the payment; only when that brings no answer within its time
     * limit is the outcome unknown.
     */
    CompletionStage<PaymentOutcome> pay(PaymentOrder order);

    /**
     * What the terminal knows of a payment, also one that an earlier run of the program started.
     * Never charges; where another amount than the order's was taken, it is given back as after
     * {@link #pay}.
     *
     * @param order as it was, so that what was taken can be compared with it
     */
    CompletionStage<TransactionStatus> status(PaymentOrder order);

    /**
     * Gives the money of an approved payment back. Asking again with the same reversal id reverses
     * once. A lost answer is resolved by asking the terminal what became of the reversal, within
     * the driver's time limit; where that fails the outcome is unknown: ask again with the same
     * reversal id.
     */
    CompletionStage<ReversalOutcome> reverse(ReversalOrder order);

    /**
     * Asks the terminal to stop a running payment. Its stage tells how it ended: it may have been
     * approved already.
     */
    void abort(PaymentId id);
}
