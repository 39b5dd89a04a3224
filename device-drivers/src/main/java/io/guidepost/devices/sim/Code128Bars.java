package io.guidepost.devices.sim;

import io.guidepost.devices.Raster;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Draws a Code 128 symbol (ISO/IEC 15417) exactly as it is asked for in ESC/POS: the sender chooses
 * each code set by <code>{A</code>, <code>{B</code>, <code>{C</code>, so a bad choice is seen in
 * the symbol's width.
 */
final class Code128Bars {
    private static final String[] WIDTHS =
            ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212"
                 + " 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112"
                 + " 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323"
                 + " 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131"
                 + " 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321"
                 + " 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421"
                 + " 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111"
                 + " 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211"
                 + " 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141"
                 + " 114131 311141 411131 211412 211214 211232 2331112")
                    .split(" ");
    private static final int START_A = 103;
    private static final int STOP = 106;
    private static final int SHIFT = 98;

    private final List<Integer> values = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private char set;
    private boolean shifted;

    private Code128Bars() {}

    /** What stands in the symbol, and how many symbol characters it took. */
    record Symbol(Raster bars, String words, int characters) {}

    /**
     * The bars without quiet zone.
     *
     * @param data as after {@code GS k 73 n}
     * @param module dots of the narrowest bar, at least 1
     * @throws IllegalArgumentException where a printer would print nothing
     */
    static Symbol draw(byte[] data, int module, int height) {
        Code128Bars bars = new Code128Bars();
        bars.take(data);
        return new Symbol(bars.draw(module, height), bars.words.toString(), bars.values.size());
    }

    private void take(byte[] data) {
        for (int i = 0; i < data.length; i++) {
            int b = data[i] & 0xff;
            if (b == '{') {
                i++;
                if (i == data.length) {
                    throw new IllegalArgumentException("Code 128 data ends in the middle");
                }
                escaped((char) data[i]);
            } else if (set == 'C') {
                if (b > 99) {
                    throw new IllegalArgumentException("Code 128 set C has values up to 99");
                }
                values.add(b);
                words.append((char) ('0' + b / 10)).append((char) ('0' + b % 10));
            } else {
                letter(b);
            }
        }
        if (values.size() < 2) {
            throw new IllegalArgumentException("Code 128 needs data");
        }
    }

    private void escaped(char what) {
        switch (what) {
            case 'A', 'B', 'C' -> {
                if (values.isEmpty()) {
                    values.add(START_A + what - 'A');
                } else if (what != set) {
                    // 99 is C, 100 B, 101 A, in the other sets (ISO/IEC 15417, table 1).
                    values.add(99 + 'C' - what);
                }
                set = what;
            }
            case 'S' -> {
                values.add(SHIFT);
                shifted = true;
            }
            case '1' -> values.add(102);
            case '2' -> values.add(97);
            case '3' -> values.add(96);
            case '{' -> letter('{');
            default -> throw new IllegalArgumentException("Code 128 has no {" + what);
        }
    }

    private void letter(int b) {
        boolean inA = set == 'A' ^ shifted;
        shifted = false;
        if (set == 0) {
            throw new IllegalArgumentException("Code 128 data names no code set");
        }
        if (inA ? b > 95 : b < 32 || b > 127) {
            throw new IllegalArgumentException("Code 128 set " + set + " has no byte " + b);
        }
        values.add(inA && b < 32 ? b + 64 : b - 32);
        words.append((char) b);
    }

    private Raster draw(int module, int height) {
        int sum = values.getFirst();
        for (int i = 1; i < values.size(); i++) {
            sum += i * values.get(i);
        }
        StringBuilder widths = new StringBuilder();
        values.forEach(v -> widths.append(WIDTHS[v]));
        widths.append(WIDTHS[sum % 103]).append(WIDTHS[STOP]);
        int modules = widths.chars().map(c -> c - '0').sum();
        int width = modules * module;
        BitSet dots = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            int x = y * width;
            for (int i = 0; i < widths.length(); i++) {
                int next = x + (widths.charAt(i) - '0') * module;
                dots.set(x, next, i % 2 == 0);
                x = next;
            }
        }
        return new Raster(width, height, dots);
    }
}
