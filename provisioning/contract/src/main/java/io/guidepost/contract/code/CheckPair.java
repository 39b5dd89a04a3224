package io.guidepost.contract.code;

/** The pair of check characters behind letters and digits (GS1 General Specifications, 7.9.5). */
final class CheckPair {
    private static final String CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /** Weights from the right. */
    private static final int[] PRIMES = {
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
    };

    private CheckPair() {}

    /** Whether the last two characters fit those before them. */
    static boolean holds(String value) {
        int length = value.length() - 2;
        if (length < 0 || length > PRIMES.length) {
            return false;
        }
        return of(value.substring(0, length)).equals(value.substring(length));
    }

    /**
     * The pair of a text.
     *
     * @param text up to 23 characters of set 82
     */
    static String of(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += CharacterSet.X.indexOf(text.charAt(i)) * PRIMES[text.length() - 1 - i];
        }
        int check = sum % 1021;
        return "" + CHARACTERS.charAt(check / 32) + CHARACTERS.charAt(check % 32);
    }
}
