package io.guidepost.devices.lifecycle;

import java.time.Duration;

/** Tells a code that is read twice from one that is scanned twice. For one thread. */
public final class RepeatFilter {
    private final long windowNanos;
    private String last = "";
    private long lastNanos;

    public RepeatFilter(Duration window) {
        this.windowNanos = window.toNanos();
    }

    /** Whether this code was already accepted less than one window ago; accepts it if not. */
    public boolean isRepeat(String code) {
        long now = System.nanoTime();
        if (code.equals(last) && now - lastNanos < windowNanos) {
            return true;
        }
        last = code;
        lastNanos = now;
        return false;
    }
}
