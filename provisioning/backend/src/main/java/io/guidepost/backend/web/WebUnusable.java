package io.guidepost.backend.web;

/** The HTTP server does not come up; the message says where it was to listen. */
public final class WebUnusable extends RuntimeException {
    WebUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
