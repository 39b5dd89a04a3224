package io.guidepost.backend.payment;

import io.guidepost.contract.money.Money;
import java.util.UUID;

/**
 * Who moves the money behind the card terminal. Every call may be repeated with the same payment id
 * and then does nothing more; it returns when the provider's books hold the entry. Thread-safe,
 * blocking.
 */
public interface PaymentProvider {
    /** Tells of a payment that a terminal is about to ask for. */
    void authorise(UUID paymentId, Money amount, String reference);

    /** Confirms that the terminal took this amount. */
    void capture(UUID paymentId, Money amount, String terminalTransaction);

    /** Sends the whole amount back to the customer. */
    void refund(UUID paymentId, Money amount, String reference);
}
