package io.guidepost.kiosk.app;

import java.util.List;

/** Settings that cannot be used; the message lists every problem. */
public final class BadConfig extends RuntimeException {
    private final List<String> problems;

    BadConfig(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Each names its key and what would be right. */
    public List<String> problems() {
        return problems;
    }
}
