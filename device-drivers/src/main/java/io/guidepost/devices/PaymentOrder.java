package io.guidepost.devices;

import java.util.UUID;

/**
 * What is to be paid.
 *
 * @param paymentId one for each payment wanted; the same one again never charges twice
 * @param amountMinor in the currency's minor unit (cents), 1 to 100,000,000
 * @param currency ISO 4217, for example {@code EUR}
 * @param reference the merchant's reference, 1 to 60 characters; nothing about a person
 */
public record PaymentOrder(UUID paymentId, long amountMinor, String currency, String reference) {
    public PaymentOrder {
        Amounts.check(amountMinor, currency);
        if (reference.isBlank() || reference.length() > 60) {
            throw new IllegalArgumentException("reference must have 1 to 60 characters");
        }
    }

    /** The payment's id. */
    public PaymentId id() {
        return new PaymentId(paymentId);
    }
}
