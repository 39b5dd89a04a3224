package io.guidepost.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a phone or a kiosk shows to be joined with the other for a while: {@code GPP}, seven
 * characters of base 32 and a check character, such as {@code GPP77SEY3HS}. Any case and hyphens
 * are read. Whoever has it can use it: its {@link #toString} hides it, and it is never logged.
 *
 * @param value upper case, without hyphens, I, L, O and U
 */
public record PairingCode(String value) {
    /** How such a code begins. */
    public static final String PREFIX = "GPP";

    /** The numbers there are: 35 bits. */
    public static final long NUMBERS = 1L << 35;

    private static final int LENGTH = 7;

    public PairingCode {
        if (!hasForm(value)) {
            throw new IllegalArgumentException(
                    "pairingCode: needs "
                            + PREFIX
                            + " and "
                            + (LENGTH + 1)
                            + " characters of base 32");
        }
        if (!checks(value)) {
            throw new IllegalArgumentException("pairingCode: wrong check character");
        }
    }

    /**
     * The code of a number.
     *
     * @param number at least 0, less than {@link #NUMBERS}; drawn at random
     */
    public static PairingCode of(long number) {
        return new PairingCode(PREFIX + CompactNumber.write("pairingCode", number, LENGTH));
    }

    /**
     * Reads the whole text, however it was typed.
     *
     * @throws IllegalArgumentException on another form or a wrong check character; the message does
     *     not repeat the text
     */
    @JsonCreator
    public static PairingCode parse(String text) {
        return new PairingCode(CompactNumber.plain(text));
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

    /** For people, in groups: {@code GPP-XXXX-XXXX}. */
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
        return "PairingCode[…]";
    }
}
