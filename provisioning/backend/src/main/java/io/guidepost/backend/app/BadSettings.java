package io.guidepost.backend.app;

import java.util.List;

/** The settings cannot be used; the message has one line for each problem. */
final class BadSettings extends RuntimeException {
    BadSettings(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
