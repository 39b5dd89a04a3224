package io.guidepost.kiosk.store;

/** The disk or the database did not do what was asked. */
public final class StoreException extends RuntimeException {
    StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    StoreException(String message) {
        super(message);
    }
}
