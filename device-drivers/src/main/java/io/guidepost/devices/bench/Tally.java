package io.guidepost.devices.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Counts what one decoder said of pictures of one kind. */
final class Tally {
    private int pictures;
    private int withCode;
    private int read;
    private int wrong;
    private int phantoms;
    private final List<Double> millis = new ArrayList<>();

    /** Returns whether a text other than the expected one was read. */
    boolean add(Picture picture, Answer answer) {
        pictures++;
        boolean other =
                answer.texts().stream()
                        .anyMatch(t -> picture.expected().filter(e -> Judge.same(t, e)).isEmpty());
        if (picture.expected().isPresent()) {
            withCode++;
            String expected = picture.expected().get();
            if (answer.texts().stream().anyMatch(t -> Judge.same(t, expected))) {
                read++;
            }
        } else if (other) {
            phantoms++;
        }
        if (other) {
            wrong++;
        }
        answer.millis().ifPresent(millis::add);
        return other;
    }

    int pictures() {
        return pictures;
    }

    int read() {
        return read;
    }

    int withCode() {
        return withCode;
    }

    /** Pictures with at least one text other than the expected one. */
    int wrong() {
        return wrong;
    }

    /** Pictures without a code of which something was read; they are counted as wrong too. */
    int phantoms() {
        return phantoms;
    }

    /** Of the pictures with a code. */
    OptionalDouble readShare() {
        return withCode == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) read / withCode);
    }

    /** Of all pictures. */
    double wrongShare() {
        return pictures == 0 ? 0 : (double) wrong / pictures;
    }

    OptionalDouble mean() {
        return millis.stream().mapToDouble(Double::doubleValue).average();
    }

    /** Nothing where times are not told for one picture; then many are the same. */
    OptionalDouble p95() {
        if (millis.stream().distinct().count() * 2 <= millis.size()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = millis.stream().sorted().toList();
        return OptionalDouble.of(sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1));
    }
}
