package io.guidepost.contract.fleet;

import java.util.regex.Pattern;

/** What a message of the fleet may hold; refusals name the field and the limit, never the value. */
final class Limits {
    private static final char MORE = '…';

    private Limits() {}

    /** Kinds of text by their length in characters. */
    enum Text {
        WORDS(160),
        IDENTITY(80);

        private final int longest;

        Text(int longest) {
            this.longest = longest;
        }
    }

    static void form(String field, String value, Pattern form) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(field + ": needs the form " + form.pattern());
        }
    }

    static void text(String field, String value, Text kind) {
        if (value.length() > kind.longest) {
            throw new IllegalArgumentException(
                    field + ": longer than " + kind.longest + " characters");
        }
        // Each would take six bytes as JSON, and a batch has its limit in bytes.
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + ": has control characters");
        }
    }

    static void atLeast(String field, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(field + ": less than " + least);
        }
    }

    static void atMost(String field, int size, int most) {
        if (size > most) {
            throw new IllegalArgumentException(field + ": more than " + most);
        }
    }

    /** The text as {@link #text} takes it. */
    static String fit(String text, Text kind) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .takeWhile(_ -> out.length() <= kind.longest)
                .forEach(out::appendCodePoint);
        if (out.length() <= kind.longest) {
            return out.toString();
        }
        int end = kind.longest - 1;
        return out.substring(0, Character.isLowSurrogate(out.charAt(end)) ? end - 1 : end) + MORE;
    }
}
