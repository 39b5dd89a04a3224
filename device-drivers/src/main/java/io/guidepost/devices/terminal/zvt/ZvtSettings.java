package io.guidepost.devices.terminal.zvt;

import java.time.Duration;
import java.util.Currency;

/**
 * How to talk to a terminal and how long each wait may be.
 *
 * @param password six digits that the terminal's maker or network operator gives
 * @param currency ISO 4217, the terminal's own
 * @param paymentType field 19 of each payment, 0 to 255; 40 hexadecimal leaves the choice to the
 *     terminal
 * @param limits for each wait
 */
public record ZvtSettings(String password, String currency, int paymentType, Limits limits) {

    /**
     * How long each wait may be.
     *
     * @param answer for everything a terminal answers by itself
     * @param payment for the customer; then the payment is aborted
     * @param settle for finding out what became of a payment or reversal whose end was lost, and
     *     between an approval and its end
     * @param idle between two questions whether the terminal is well
     */
    public record Limits(Duration answer, Duration payment, Duration settle, Duration idle) {
        /** 5 s, a minute and a half for the customer, half a minute to settle, 15 s. */
        public static final Limits STANDARD =
                new Limits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(15));
    }

    public ZvtSettings {
        if (!password.matches("\\d{6}")) {
            throw new IllegalArgumentException("password must have six digits");
        }
        checkedCurrency(currency);
        if (paymentType < 0 || paymentType > 0xFF) {
            throw new IllegalArgumentException("paymentType must be 0 to 255");
        }
    }

    static String checkedCurrency(String currency) {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(c -> c.getCurrencyCode().equals(currency))) {
            throw new IllegalArgumentException("must be an ISO 4217 code");
        }
        return currency;
    }

    /** With the usual payment type and time limits. */
    public static ZvtSettings of(String password, String currency) {
        return new ZvtSettings(password, currency, 0x40, Limits.STANDARD);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ZvtSettings[" + currency + ", " + limits + "]";
    }
}
