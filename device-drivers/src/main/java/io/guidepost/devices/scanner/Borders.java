package io.guidepost.devices.scanner;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Finds the code in what came before one end: all of it, or the last part, because a code before it
 * lost its second half. Two codes are never taken for one: what cannot be told apart is refused.
 */
public final class Borders {
    private Borders() {}

    /**
     * Where the code begins.
     *
     * <p>An AIM identifier begins a code: a scanner that sends them sends one with each. Without
     * them a pause is only a sign: the code is what a check digit proves, if exactly one part is.
     *
     * @param text all that came
     * @param pauses indices in the text, rising, before which the sender stopped for longer than it
     *     does inside a code
     * @return zero for all of the text, the index where its last part begins, or nothing when it
     *     cannot be told
     */
    public static OptionalInt begin(String text, List<Integer> pauses) {
        return begun(text, pauses.stream().filter(p -> p > 0 && p < text.length()).toList());
    }

    private static OptionalInt begun(String text, List<Integer> pauses) {
        int last = lastIdentifier(text, pauses);
        if (last > 0) {
            List<Integer> later = pauses.stream().filter(p -> p > last).map(p -> p - last).toList();
            OptionalInt rest = begun(text.substring(last), later);
            return rest.isPresent() ? OptionalInt.of(last + rest.getAsInt()) : rest;
        }
        if (pauses.isEmpty() || CodeProof.aimAt(text, 0)) {
            return OptionalInt.of(0);
        }
        List<Integer> proven =
                Stream.concat(Stream.of(0), pauses.stream())
                        .filter(p -> CodeProof.proven(text.substring(p)))
                        .toList();
        return proven.size() == 1 ? OptionalInt.of(proven.getFirst()) : OptionalInt.empty();
    }

    /**
     * The last AIM identifier inside the text that begins a code and is no part of one; or zero.
     */
    private static int lastIdentifier(String text, List<Integer> pauses) {
        for (int i = text.lastIndexOf(']'); i > 0; i = text.lastIndexOf(']', i - 1)) {
            if (CodeProof.aimAt(text, i)) {
                // A text may have a bracket in it, an EAN-13 or UPC code may not.
                boolean sure =
                        pauses.contains(i)
                                || text.startsWith("]E")
                                || (CodeProof.aimAt(text, 0)
                                        && CodeProof.proven(text.substring(i)));
                if (sure) {
                    return i;
                }
            }
        }
        return 0;
    }
}
