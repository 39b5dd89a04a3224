package io.guidepost.devices.lifecycle;

import java.time.Duration;

/** Tells a code that is read twice from one that is scanned twice. For one thread. */
public final class RepeatFilter {
    private final long windowNanos;
    private final boolean sliding;
    private String last = "";
    private long lastNanos;

    private RepeatFilter(Duration window, boolean sliding) {
        this.windowNanos = window.toNanos();
        this.sliding = sliding;
    }

    /** For a hand scanner: the window begins with the code that was accepted. */
    public static RepeatFilter fixed(Duration window) {
        return new RepeatFilter(window, false);
    }

    /**
     * For a camera: the window begins anew with each sight, so that a code held still is one scan.
     */
    public static RepeatFilter sliding(Duration window) {
        return new RepeatFilter(window, true);
    }

    /** Whether this code was already accepted less than one window ago; accepts it if not. */
    public boolean isRepeat(String code) {
        long now = System.nanoTime();
        boolean repeat = code.equals(last) && now - lastNanos < windowNanos;
        if (!repeat || sliding) {
            last = code;
            lastNanos = now;
        }
        return repeat;
    }
}
