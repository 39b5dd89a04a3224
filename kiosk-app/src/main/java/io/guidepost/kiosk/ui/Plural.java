package io.guidepost.kiosk.ui;

/** Forms that words take after a whole number (Unicode CLDR 48, plural rules, cardinals). */
public enum Plural {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    /** The form that the language has for this number, 0 or more. */
    public static Plural of(Lang lang, long number) {
        return switch (lang) {
            case EN, DE, ES -> number == 1 ? ONE : OTHER;
            case ZH -> OTHER;
            case AR -> arabic(number);
        };
    }

    private static Plural arabic(long number) {
        long rest = number % 100;
        if (number <= 2) {
            return number == 0 ? ZERO : number == 1 ? ONE : TWO;
        }
        return rest >= 3 && rest <= 10 ? FEW : rest >= 11 ? MANY : OTHER;
    }
}
