package io.guidepost.contract.code;

/** ASCII digits; the JDK's own tests also take digits of other scripts. */
final class Digits {
    private Digits() {}

    static boolean only(String text) {
        return !text.isEmpty() && text.chars().allMatch(Digits::is);
    }

    static boolean is(int c) {
        return c >= '0' && c <= '9';
    }
}
