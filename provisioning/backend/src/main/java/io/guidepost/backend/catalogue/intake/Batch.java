package io.guidepost.backend.catalogue.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers lines, so that the tables are asked for many at once. */
final class Batch<T> {
    private static final int SIZE = 500;

    private final Consumer<List<T>> flush;
    private final List<T> lines = new ArrayList<>(SIZE);

    Batch(Consumer<List<T>> flush) {
        this.flush = flush;
    }

    void add(T line) {
        lines.add(line);
        if (lines.size() == SIZE) {
            end();
        }
    }

    void end() {
        if (!lines.isEmpty()) {
            flush.accept(List.copyOf(lines));
            lines.clear();
        }
    }
}
