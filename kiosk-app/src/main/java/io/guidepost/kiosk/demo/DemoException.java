package io.guidepost.kiosk.demo;

import org.jspecify.annotations.Nullable;

/**
 * Something that the person at the command line can read and act on; its message is all they see.
 */
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DemoException(String message) {
        super(message);
    }

    public DemoException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
