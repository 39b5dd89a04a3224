package io.guidepost.devices;

import java.util.Currency;

/** Checks an amount and its currency. */
final class Amounts {
    private static final long MAX = 100_000_000;

    private Amounts() {}

    static void check(long amountMinor, String currency) {
        if (amountMinor < 1 || amountMinor > MAX) {
            throw new IllegalArgumentException(
                    "amountMinor must be 1 to " + MAX + ", not " + amountMinor);
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(c -> c.getCurrencyCode().equals(currency))) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code");
        }
    }
}
