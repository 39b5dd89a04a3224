package io.guidepost.backend.store;

/** The database cannot be opened as it lies there; the message says why and what to do. */
public final class DatabaseUnusable extends RuntimeException {
    DatabaseUnusable(String message) {
        super(message);
    }

    DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
