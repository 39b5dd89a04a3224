package io.guidepost.devices.scanner.evdev;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** One thing typed, before it is known on which layout. */
sealed interface Stroke {

    /** A key with what was held meanwhile; what it types depends on the layout. */
    record Key(int code, boolean shift, boolean alternate, boolean caps) implements Stroke {}

    /** A key with Ctrl, which types a control character. */
    record Control(int code, boolean shift) implements Stroke {}

    /** The same on every layout: the keypad, or a number typed on it with Alt held. */
    record Typed(char character) implements Stroke {}

    /** A key that types nothing in any code, such as F1. */
    record Nothing() implements Stroke {}

    /** The text that these strokes type on a layout; nothing when one of them types none. */
    static Optional<String> text(List<Stroke> strokes, KeyLayout layout) {
        StringBuilder text = new StringBuilder();
        char dead = 0;
        for (Stroke stroke : strokes) {
            char typed =
                    switch (stroke) {
                        case Key key -> key(key, layout);
                        case Control control -> control(control, layout);
                        case Typed(char character) -> character;
                        case Nothing _ -> 0;
                    };
            if (typed == 0) {
                return Optional.empty();
            }
            if (dead != 0) {
                text.append(composed(dead, typed));
                dead = 0;
            } else if (Character.getType(typed) == Character.NON_SPACING_MARK) {
                dead = typed;
            } else {
                text.append(typed);
            }
        }
        if (dead != 0) {
            text.append(alone(dead));
        }
        return Optional.of(text.toString());
    }

    private static char key(Key key, KeyLayout layout) {
        boolean shift = key.shift() ^ (key.caps() && layout.hasCase(key.code()));
        return layout.typed(key.code(), shift, key.alternate());
    }

    /** By the place of the key as Windows has it on every layout, else by its character. */
    private static char control(Control control, KeyLayout layout) {
        return switch (control.code()) {
            case 26 -> 0x1b;
            case 43 -> 0x1c;
            case 27 -> 0x1d;
            case 7 -> 0x1e;
            case 12 -> 0x1f;
            default -> {
                char letter = layout.typed(control.code(), true, false);
                yield letter >= 'A' && letter <= 'Z' ? (char) (letter & 0x1f) : 0;
            }
        };
    }

    private static String composed(char dead, char next) {
        if (next == ' ' || next == dead) {
            return alone(dead);
        }
        String both = Normalizer.normalize("" + next + dead, Normalizer.Form.NFC);
        return both.length() == 1 ? both : alone(dead) + next;
    }

    private static String alone(char dead) {
        return switch (dead) {
            case '\u0300' -> "`";
            case '\u0301' -> "´";
            case '\u0302' -> "^";
            case '\u0303' -> "~";
            case '\u0308' -> "¨";
            default -> "";
        };
    }
}
