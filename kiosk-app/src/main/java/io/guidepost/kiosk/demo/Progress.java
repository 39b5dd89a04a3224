package io.guidepost.kiosk.demo;

import java.io.PrintStream;

/** Tells the person at the command line how far we are, with the time since the start. */
public final class Progress {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Tells nobody. */
    public static Progress silent() {
        return new Progress(new PrintStream(java.io.OutputStream.nullOutputStream()));
    }

    /** One line. */
    public void say(String text) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, text);
        out.flush();
    }
}
