package io.guidepost.devices.printer.escpos;

import java.io.IOException;

/** The line is open, but nothing answers on it. */
final class SilentException extends IOException {
    SilentException(String what) {
        super(what);
    }
}
