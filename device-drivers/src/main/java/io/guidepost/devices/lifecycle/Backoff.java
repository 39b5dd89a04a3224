package io.guidepost.devices.lifecycle;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before each next try: doubling up to a limit, each wait cut by a random share of
 * up to one half.
 */
public final class Backoff {
    private final long firstMillis;
    private final long maxMillis;
    private long nextMillis;

    public Backoff(Duration first, Duration max) {
        this.firstMillis = first.toMillis();
        this.maxMillis = max.toMillis();
        this.nextMillis = firstMillis;
    }

    /**
     * A quarter of a second up to five seconds: a person who plugs a device in again sees it work.
     */
    public static Backoff standard() {
        return new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));
    }

    /**
     * A quarter of a second up to one second, for a device file: to look whether it is there costs
     * next to nothing, and whoever puts the plug back waits for the light.
     */
    public static Backoff plugged() {
        return new Backoff(Duration.ofMillis(250), Duration.ofSeconds(1));
    }

    /** The wait before the next try. */
    public Duration next() {
        long ceiling = nextMillis;
        nextMillis = Math.min(maxMillis, nextMillis * 2);
        return Duration.ofMillis(ceiling - ThreadLocalRandom.current().nextLong(ceiling / 2 + 1));
    }

    /** Starts over, after a success. */
    public void reset() {
        nextMillis = firstMillis;
    }
}
