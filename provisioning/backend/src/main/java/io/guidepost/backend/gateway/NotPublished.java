package io.guidepost.backend.gateway;

/** A message did not reach the broker, or the broker did not say so; it may be repeated. */
public final class NotPublished extends RuntimeException {
    NotPublished(String message) {
        super(message);
    }
}
