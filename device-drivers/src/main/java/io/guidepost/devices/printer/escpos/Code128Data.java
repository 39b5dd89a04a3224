package io.guidepost.devices.printer.escpos;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Data of a Code 128 symbol for {@code GS k 73}, with the code sets chosen so that the symbol is as
 * short as it can be (ISO/IEC 15417 annex E): pairs of digits in set C where that pays, everything
 * else in set B.
 */
final class Code128Data {
    private static final int MODULES_A_CHARACTER = 11;
    private static final int MODULES_OF_STOP = 13;
    private static final int QUIET_MODULES = 20;

    /**
     * Digits that in set C would be the bytes of a real-time command: DLE EOT, DLE ENQ, DLE DC4.
     */
    private static final List<String> LIKE_COMMANDS = List.of("1604", "1605", "1620");

    private Code128Data() {}

    /**
     * What stands behind {@code GS k 73 n}.
     *
     * @param text 1 to 60 characters of ASCII without control characters
     */
    static byte[] of(String text) {
        boolean[] pairs = pairs(text);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        char set = 0;
        int i = 0;
        while (i < text.length()) {
            char needed = pairs[i] ? 'C' : 'B';
            if (set != needed) {
                out.write('{');
                out.write(needed);
                set = needed;
            }
            char letter = text.charAt(i);
            if (pairs[i]) {
                out.write((letter - '0') * 10 + text.charAt(i + 1) - '0');
                i += 2;
            } else {
                if (letter == '{') {
                    out.write('{');
                }
                out.write(letter);
                i++;
            }
        }
        return out.toByteArray();
    }

    /** Modules across, quiet zones included. */
    static int modules(String text) {
        boolean[] pairs = pairs(text);
        int characters = 2;
        char set = 0;
        for (int i = 0; i < text.length(); i += pairs[i] ? 2 : 1) {
            char needed = pairs[i] ? 'C' : 'B';
            characters += set != 0 && set != needed ? 2 : 1;
            set = needed;
        }
        return characters * MODULES_A_CHARACTER + MODULES_OF_STOP + QUIET_MODULES;
    }

    /**
     * Where a pair of digits begins in set C: the cheapest way through the text, found from its
     * end.
     */
    private static boolean[] pairs(String text) {
        int length = text.length();
        // Symbol characters from here to the end when this one is in set B or begins a pair in C.
        int[] inB = new int[length + 1];
        int[] inC = new int[length + 1];
        for (int i = length - 1; i >= 0; i--) {
            inB[i] = 1 + Math.min(inB[i + 1], inC[i + 1] + (i + 1 < length ? 1 : 0));
            inC[i] =
                    pairAt(text, i)
                            ? 1 + Math.min(inC[i + 2], inB[i + 2] + (i + 2 < length ? 1 : 0))
                            : Integer.MAX_VALUE / 2;
        }
        boolean[] pairs = new boolean[length + 1];
        boolean c = length > 0 && inC[0] <= inB[0];
        int i = 0;
        while (i < length) {
            pairs[i] = c;
            i += c ? 2 : 1;
            if (i < length) {
                c = c ? inC[i] <= inB[i] + 1 : inC[i] + 1 < inB[i];
            }
        }
        return pairs;
    }

    private static boolean pairAt(String text, int i) {
        return i + 1 < text.length()
                && digit(text.charAt(i))
                && digit(text.charAt(i + 1))
                && LIKE_COMMANDS.stream().noneMatch(start -> text.startsWith(start, i));
    }

    private static boolean digit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
