package io.guidepost.devices;

import java.util.List;

/**
 * What goes on paper, from the top.
 *
 * @param lines 1 to 500 lines; the printer cuts at the end by itself when the last line is not a
 *     cut
 * @param copy whether the word COPY is printed at the top: the original was printed before
 */
public record Receipt(List<ReceiptLine> lines, boolean copy) {
    public Receipt {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > 500) {
            throw new IllegalArgumentException("a receipt has 1 to 500 lines, not " + lines.size());
        }
    }

    /** An original. */
    public static Receipt of(ReceiptLine... lines) {
        return new Receipt(List.of(lines), false);
    }

    /** The same receipt, marked as a copy. */
    public Receipt asCopy() {
        return new Receipt(lines, true);
    }
}
