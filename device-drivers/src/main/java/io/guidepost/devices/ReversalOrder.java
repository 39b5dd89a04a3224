package io.guidepost.devices;

import java.util.UUID;

/**
 * Money that goes back.
 *
 * @param reversalId one for each reversal wanted
 * @param payment the approved payment
 * @param amountMinor in minor units, 1 to 100,000,000, at most what was paid
 * @param currency ISO 4217
 */
public record ReversalOrder(UUID reversalId, PaymentId payment, long amountMinor, String currency) {
    public ReversalOrder {
        Amounts.check(amountMinor, currency);
    }
}
