package io.guidepost.backend.catalogue.feed;

/** A field is not what it must be. Caught for each entry, and never leaves the package. */
final class BadField extends RuntimeException {
    private final String field;

    BadField(String field, String reason) {
        super(reason);
        this.field = field;
    }

    LineProblem at(long line) {
        return new LineProblem(line, field, String.valueOf(getMessage()));
    }
}
