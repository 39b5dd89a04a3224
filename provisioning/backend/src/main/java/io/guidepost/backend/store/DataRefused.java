package io.guidepost.backend.store;

/**
 * The database refused the data itself: trying again is of no use. Tells the SQLSTATE and where it
 * happened, and never the data, which the database's own messages repeat: it may be personal.
 */
public final class DataRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataRefused(String state, StackTraceElement[] where) {
        super("the database refuses the data, SQLSTATE " + state);
        setStackTrace(where);
    }
}
