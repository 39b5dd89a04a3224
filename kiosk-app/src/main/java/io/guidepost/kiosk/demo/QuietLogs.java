package io.guidepost.kiosk.demo;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps what libraries say of themselves off the terminal; warnings and errors are shown. */
public final class QuietLogs {
    /** Held, because the logging package forgets loggers that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private QuietLogs() {}

    /** From now on, for this whole program. */
    public static void set() {
        ROOT.setLevel(Level.WARNING);
    }
}
