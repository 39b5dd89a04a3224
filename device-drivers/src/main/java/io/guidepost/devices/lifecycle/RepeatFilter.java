package io.guidepost.devices.lifecycle;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a code that is read twice from one that is scanned twice. For one thread. */
public final class RepeatFilter {
    /** More codes than a camera has in sight at once. */
    private static final int MOST_IN_SIGHT = 16;

    private final long windowNanos;
    private final boolean sliding;
    private final int most;

    /** When each code was last let through or, with a sliding window, seen; the oldest first. */
    private final Map<String, Long> seen = new LinkedHashMap<>();

    private RepeatFilter(Duration window, boolean sliding, int most) {
        this.windowNanos = window.toNanos();
        this.sliding = sliding;
        this.most = most;
    }

    /**
     * For a hand scanner: the window begins with the code that was accepted and ends with any other
     * code, which somebody has scanned on purpose in between.
     */
    public static RepeatFilter fixed(Duration window) {
        return new RepeatFilter(window, false, 1);
    }

    /**
     * For a camera: the window begins anew with each sight, so that a code held still is one scan.
     * Each code has a window of its own, as a package may show several.
     */
    public static RepeatFilter sliding(Duration window) {
        return new RepeatFilter(window, true, MOST_IN_SIGHT);
    }

    /** Whether this code was already accepted less than one window ago; accepts it if not. */
    public boolean isRepeat(String code) {
        long now = System.nanoTime();
        Long before = seen.get(code);
        boolean repeat = before != null && now - before < windowNanos;
        if (!repeat || sliding) {
            seen.remove(code);
            seen.put(code, now);
            if (seen.size() > most) {
                seen.remove(seen.keySet().iterator().next());
            }
        }
        return repeat;
    }
}
