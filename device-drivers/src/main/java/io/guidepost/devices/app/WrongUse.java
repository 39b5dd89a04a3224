package io.guidepost.devices.app;

/** A command line that cannot be carried out; its message tells the person what to change. */
final class WrongUse extends RuntimeException {
    WrongUse(String message) {
        super(message);
    }
}
