package io.guidepost.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The invitation to a group that buys together: {@code GPG}, seven characters of base 32 and a
 * check character, such as {@code GPGJVTGD1KF}. Any case and hyphens are read. Whoever has it can
 * use it: its {@link #toString} hides it, and it is never logged.
 *
 * @param value upper case, without hyphens, I, L, O and U
 */
public record GroupCode(String value) {
    /** How such a code begins. */
    public static final String PREFIX = "GPG";

    /** The numbers there are: 35 bits. */
    public static final long NUMBERS = 1L << 35;

    private static final int LENGTH = 7;

    public GroupCode {
        if (!hasForm(value)) {
            throw new IllegalArgumentException(
                    "groupCode: needs "
                            + PREFIX
                            + " and "
                            + (LENGTH + 1)
                            + " characters of base 32");
        }
        if (!checks(value)) {
            throw new IllegalArgumentException("groupCode: wrong check character");
        }
    }

    /**
     * The code of a number.
     *
     * @param number at least 0, less than {@link #NUMBERS}; drawn at random
     */
    public static GroupCode of(long number) {
        return new GroupCode(PREFIX + CompactNumber.write("groupCode", number, LENGTH));
    }

    /**
     * Reads the whole text, however it was typed.
     *
     * @throws IllegalArgumentException on another form or a wrong check character; the message does
     *     not repeat the text
     */
    @JsonCreator
    public static GroupCode parse(String text) {
        return new GroupCode(CompactNumber.plain(text));
    }

    static boolean hasForm(String plain) {
        return plain.startsWith(PREFIX)
                && CompactNumber.hasForm(plain.substring(PREFIX.length()), LENGTH);
    }

    static boolean checks(String plain) {
        return CompactNumber.checks(plain.substring(PREFIX.length()));
    }

    /** The number without its check character. */
    public long number() {
        return CompactNumber.number(value.substring(PREFIX.length()));
    }

    /** For people, in groups: {@code GPG-XXXX-XXXX}. */
    public String display() {
        return PREFIX + "-" + value.substring(3, 7) + "-" + value.substring(7);
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "GroupCode[…]";
    }
}
