package io.guidepost.backend.booking;

/** A request that cannot be answered as asked; the message names the field and the limit. */
public final class BadRequest extends RuntimeException {
    public BadRequest(String message) {
        super(message);
    }
}
