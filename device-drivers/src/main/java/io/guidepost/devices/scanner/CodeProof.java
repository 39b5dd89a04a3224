package io.guidepost.devices.scanner;

/**
 * Tells a text that proves itself from one that could be anything. Only a check digit over the
 * whole text proves it: a GTIN (GS1 General Specifications, 7.9), alone or behind the application
 * identifier 01, with or without an AIM identifier (ISO/IEC 15424) before it.
 */
public final class CodeProof {
    /** Length of an AIM identifier: bracket, letter, modifier. */
    public static final int AIM_LENGTH = 3;

    private CodeProof() {}

    /** Whether an AIM identifier stands at this place of the text. */
    public static boolean aimAt(String text, int at) {
        return text.length() >= at + AIM_LENGTH
                && text.charAt(at) == ']'
                && isLetter(text.charAt(at + 1))
                && (isLetter(text.charAt(at + 2)) || isDigit(text.charAt(at + 2)));
    }

    /** The text behind its AIM identifier, all of it where there is none. */
    public static String withoutAim(String text) {
        return aimAt(text, 0) ? text.substring(AIM_LENGTH) : text;
    }

    /** Whether a check digit covers the whole text and is right. */
    public static boolean proven(String text) {
        String body = withoutAim(text);
        if (body.isEmpty() || !body.chars().allMatch(CodeProof::isDigit)) {
            return false;
        }
        return switch (body.length()) {
            case 8, 12, 13, 14 -> checkDigitRight(body);
            case 16 -> body.startsWith("01") && checkDigitRight(body.substring(2));
            default -> false;
        };
    }

    private static boolean checkDigitRight(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 0 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
