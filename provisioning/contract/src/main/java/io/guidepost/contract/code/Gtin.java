package io.guidepost.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A Global Trade Item Number, kept as GTIN-14 (GS1 General Specifications, section 3.3.2): shorter
 * forms are filled with zeros on the left, so that the same product has one value however it was
 * printed.
 *
 * @param value 14 digits with a right check digit
 */
public record Gtin(String value) {
    public Gtin {
        if (value.length() != 14 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("gtin: needs 14 digits, got '" + value + "'");
        }
        if (checkDigit(value.substring(0, 13)) != value.charAt(13) - '0') {
            throw new IllegalArgumentException("gtin: wrong check digit in '" + value + "'");
        }
    }

    /**
     * Reads a GTIN-8, -12, -13 or -14.
     *
     * @throws IllegalArgumentException on another length, other characters or a wrong check digit
     */
    @JsonCreator
    public static Gtin parse(String digits) {
        int length = digits.length();
        if (length != 8 && length != 12 && length != 13 && length != 14) {
            throw new IllegalArgumentException(
                    "gtin: has " + length + " digits, needs 8, 12, 13 or 14");
        }
        return new Gtin("0".repeat(14 - length) + digits);
    }

    /** The check digit for a number without one (GS1 General Specifications, section 7.9.1). */
    public static int checkDigit(String digitsWithoutCheck) {
        int sum = 0;
        int weight = 3;
        for (int i = digitsWithoutCheck.length() - 1; i >= 0; i--) {
            sum += (digitsWithoutCheck.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    /** Whether the last of some digits is the right check digit. */
    static boolean isRight(String digits) {
        int last = digits.length() - 1;
        return checkDigit(digits.substring(0, last)) == digits.charAt(last) - '0';
    }

    /** As printed on retail packs: 13 digits, or 14 where the first is not zero. */
    public String display() {
        return value.startsWith("0") ? value.substring(1) : value;
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
