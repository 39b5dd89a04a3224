package io.guidepost.contract.code;

import java.util.Locale;

/**
 * Short codes that people also read out and type: characters of base 32 without I, L, O and U
 * (Crockford), any case, hyphens wherever they help, and one check character. I and L are taken for
 * 1 and O for 0. The check finds every wrong character and every swap of two, neighbours or not: it
 * makes the sum of all characters, each times another power of a generator of GF(32), zero.
 */
final class CompactNumber {
    private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** x⁵ + x² + 1; all 31 powers of x differ. */
    private static final int POLYNOMIAL = 0b100101;

    private CompactNumber() {}

    /**
     * Plain form: upper case, no hyphens, no confusable characters. What is no character of such a
     * code stays.
     */
    static String plain(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** So many characters for the number, highest first, and the check character. */
    static String write(String name, long number, int length) {
        if (number < 0 || number >>> (5 * length) != 0) {
            throw new IllegalArgumentException(
                    name + ": " + number + " is not between 0 and " + ((1L << (5 * length)) - 1));
        }
        StringBuilder out = new StringBuilder();
        int sum = 0;
        for (int i = length - 1; i >= 0; i--) {
            int digit = (int) (number >>> (5 * i)) & 31;
            out.append(CHARACTERS.charAt(digit));
            sum = times2(sum ^ digit);
        }
        return out.append(CHARACTERS.charAt(sum)).toString();
    }

    /** Whether a plain text is so many characters and one more. */
    static boolean hasForm(String plain, int length) {
        return plain.length() == length + 1
                && plain.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0);
    }

    /** Whether the check character of a plain text of right form is right. */
    static boolean checks(String plain) {
        int sum = 0;
        for (int i = 0; i < plain.length() - 1; i++) {
            sum = times2(sum ^ CHARACTERS.indexOf(plain.charAt(i)));
        }
        return sum == CHARACTERS.indexOf(plain.charAt(plain.length() - 1));
    }

    /** The number of a plain text of right form. */
    static long number(String plain) {
        long number = 0;
        for (int i = 0; i < plain.length() - 1; i++) {
            number = number << 5 | CHARACTERS.indexOf(plain.charAt(i));
        }
        return number;
    }

    private static int times2(int value) {
        int doubled = value << 1;
        return doubled > 31 ? doubled ^ POLYNOMIAL : doubled;
    }
}
