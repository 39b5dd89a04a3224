package io.guidepost.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The code on a badge of a member of staff: {@code GPB}, 8 digits and two check digits (ISO/IEC
 * 7064, MOD 97-10). Personal data: its {@link #toString} hides it, and it is never logged.
 *
 * @param value the whole text
 */
public record BadgeCode(String value) {
    /** How such a code begins. */
    public static final String PREFIX = "GPB";

    private static final int DIGITS = 8;

    public BadgeCode {
        if (!hasForm(value)) {
            throw new IllegalArgumentException(
                    "badgeCode: needs " + PREFIX + " and " + (DIGITS + 2) + " digits");
        }
        if (!checks(value)) {
            throw new IllegalArgumentException("badgeCode: wrong check digits");
        }
    }

    /**
     * The code of a number.
     *
     * @param number 0 to 99,999,999
     */
    public static BadgeCode of(long number) {
        return new BadgeCode(PREFIX + CheckedNumber.write("badgeCode", number, DIGITS));
    }

    /**
     * Reads the whole text.
     *
     * @throws IllegalArgumentException on another form or wrong check digits; the message does not
     *     repeat the text
     */
    @JsonCreator
    public static BadgeCode parse(String text) {
        return new BadgeCode(text);
    }

    static boolean hasForm(String text) {
        return text.startsWith(PREFIX)
                && CheckedNumber.hasForm(text.substring(PREFIX.length()), DIGITS);
    }

    static boolean checks(String text) {
        return CheckedNumber.checks(text.substring(PREFIX.length()));
    }

    /** The number without its check digits. */
    public long number() {
        return Long.parseLong(value, PREFIX.length(), PREFIX.length() + DIGITS, 10);
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "BadgeCode[…]";
    }
}
