package io.guidepost.devices.terminal.nexo;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import tools.jackson.databind.JsonNode;

/**
 * Amounts as nexo writes them, in whole units with decimals, and as we hold them, in minor units.
 */
public final class NexoAmount {
    private NexoAmount() {}

    /** 12345 EUR cents to 123.45. */
    public static BigDecimal toNexo(long minor, String currency) {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** 123.45 to 12345 EUR cents; an amount that has no exact minor units is an error. */
    public static long toMinor(JsonNode amount, String currency) throws IOException {
        try {
            return amount.decimalValue()
                    .movePointRight(Currency.getInstance(currency).getDefaultFractionDigits())
                    .longValueExact();
        } catch (RuntimeException e) {
            throw new IOException("an amount that is none", e);
        }
    }
}
