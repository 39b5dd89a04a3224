package io.guidepost.backend.console;

/** A request says something that cannot be taken; names the field and its limit. */
final class BadInput extends RuntimeException {
    private final String field;
    private final String limit;

    BadInput(String field, String limit) {
        super(field + ": " + limit);
        this.field = field;
        this.limit = limit;
    }

    String field() {
        return field;
    }

    String limit() {
        return limit;
    }
}
