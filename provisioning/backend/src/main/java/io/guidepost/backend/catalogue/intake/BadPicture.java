package io.guidepost.backend.catalogue.intake;

/** A picture cannot be had or is not one; the message says why. */
final class BadPicture extends RuntimeException {
    BadPicture(String message) {
        super(message);
    }

    BadPicture(String message, Throwable cause) {
        super(message, cause);
    }
}
