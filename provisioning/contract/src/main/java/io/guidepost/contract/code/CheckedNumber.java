package io.guidepost.contract.code;

/**
 * Numbers with two check digits after ISO/IEC 7064, MOD 97-10: every single wrong digit and every
 * swap of two neighbours is found.
 */
final class CheckedNumber {
    private CheckedNumber() {}

    /** The number, filled with zeros on the left, and its check digits. */
    static String write(String name, long number, int digits) {
        String text = Long.toString(number);
        if (number < 0 || text.length() > digits) {
            throw new IllegalArgumentException(
                    name + ": " + number + " is not between 0 and " + "9".repeat(digits));
        }
        String padded = "0".repeat(digits - text.length()) + text;
        int check = 98 - Math.floorMod(Long.parseLong(padded) % 97 * 100, 97);
        return padded + (char) ('0' + check / 10) + (char) ('0' + check % 10);
    }

    /** Whether the text is so many digits and two more. */
    static boolean hasForm(String text, int digits) {
        return text.length() == digits + 2 && Digits.only(text);
    }

    /**
     * Whether the check digits of a text of right form are right. Only 02 to 98 are ever written;
     * 00, 01 and 99 have the same remainder as three of them and are refused.
     */
    static boolean checks(String text) {
        int check = Integer.parseInt(text, text.length() - 2, text.length(), 10);
        return check >= 2 && check <= 98 && Long.parseLong(text) % 97 == 1;
    }
}
