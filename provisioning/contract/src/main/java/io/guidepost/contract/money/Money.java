package io.guidepost.contract.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An amount in the minor unit of its currency (ISO 4217), such as 1999 for 19.99 EUR. Negative
 * amounts are allowed: they are refunds and differences.
 *
 * @param minor the amount in minor units
 * @param currency the currency
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    /**
     * Bounded, so that no text makes the arithmetic slow; without exponents, which nobody prices
     * in.
     */
    private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9]{1,18}(?:\\.[0-9]{1,9})?");

    public Money {
        requireMinorUnit(currency);
    }

    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    /**
     * Reads a decimal amount such as {@code 19.99}: up to 18 digits, a point, up to 9 decimals.
     *
     * @throws IllegalArgumentException when the text is of another form, the amount has more
     *     decimals than the currency or does not fit into a long
     */
    public static Money parse(String decimal, String currencyCode) {
        Currency currency;
        try {
            currency = Currency.getInstance(currencyCode);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "currency: '" + currencyCode + "' is not an ISO 4217 code", e);
        }
        requireMinorUnit(currency);
        String digits = decimal.strip();
        if (!AMOUNT.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    "amount: '"
                            + digits.substring(0, Math.min(40, digits.length()))
                            + "' is not a decimal number such as 19.99");
        }
        try {
            BigDecimal amount = new BigDecimal(digits);
            return new Money(
                    amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(),
                    currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "amount: '"
                            + decimal
                            + "' has more decimals than "
                            + currencyCode
                            + " or is too large",
                    e);
        }
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money times(int factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public boolean isPositive() {
        return minor > 0;
    }

    /** The amount as a decimal with the digits of its currency. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    /** Machine-readable, such as {@code 19.99 EUR}; screens format by locale instead. */
    @Override
    public String toString() {
        return toDecimal().toPlainString() + " " + currency.getCurrencyCode();
    }

    /** Gold, testing codes and the like have none. */
    private static void requireMinorUnit(Currency currency) {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(
                    "currency: '" + currency.getCurrencyCode() + "' has no minor unit");
        }
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "currency: " + other.currency + " does not go with " + currency);
        }
        return other;
    }
}
