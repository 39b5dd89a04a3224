package io.guidepost.devices;

import java.util.concurrent.CompletionStage;

/**
 * A card terminal. No stage completes exceptionally. A payment is charged at most once for one
 * {@link PaymentId}, however often it is asked for and whatever breaks in between.
 */
public interface PaymentTerminal extends Device {

    /**
     * Asks the customer to pay. Asking again with the same id joins the payment or returns its
     * outcome. Where the line breaks, the driver reconnects and asks the terminal what became of
     * the payment; only when that brings no answer within its time limit is the outcome unknown.
     */
    CompletionStage<PaymentOutcome> pay(PaymentOrder order);

    /**
     * What the terminal knows of a payment, also one that an earlier run of the program started.
     */
    CompletionStage<TransactionStatus> status(PaymentId id);

    /**
     * Gives the money of an approved payment back. Asking again with the same reversal id reverses
     * once.
     */
    CompletionStage<ReversalOutcome> reverse(ReversalOrder order);

    /**
     * Asks the terminal to stop a running payment. Its stage tells how it ended: it may have been
     * approved already.
     */
    void abort(PaymentId id);
}
