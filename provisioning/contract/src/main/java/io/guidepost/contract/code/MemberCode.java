package io.guidepost.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The code on a member's card: {@code GPM}, 10 digits and two check digits (ISO/IEC 7064, MOD
 * 97-10). Personal data: its {@link #toString} hides it, and it is never logged.
 *
 * @param value the whole text
 */
public record MemberCode(String value) {
    /** How such a code begins. */
    public static final String PREFIX = "GPM";

    private static final int DIGITS = 10;

    public MemberCode {
        if (!hasForm(value)) {
            throw new IllegalArgumentException(
                    "memberCode: needs " + PREFIX + " and " + (DIGITS + 2) + " digits");
        }
        if (!checks(value)) {
            throw new IllegalArgumentException("memberCode: wrong check digits");
        }
    }

    /**
     * The code of a number.
     *
     * @param number 0 to 9,999,999,999
     */
    public static MemberCode of(long number) {
        return new MemberCode(PREFIX + CheckedNumber.write("memberCode", number, DIGITS));
    }

    /**
     * Reads the whole text.
     *
     * @throws IllegalArgumentException on another form or wrong check digits; the message does not
     *     repeat the text
     */
    @JsonCreator
    public static MemberCode parse(String text) {
        return new MemberCode(text);
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
        return "MemberCode[…]";
    }
}
