package io.guidepost.backend.gateway;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses between connection attempts: full jitter below a limit that doubles from 1 s to 5 min, so
 * that a fleet does not come back in step. Not thread-safe.
 */
final class Pauses {
    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 300_000;

    private long limit = FIRST_MILLIS;

    void reset() {
        limit = FIRST_MILLIS;
    }

    Duration next() {
        Duration pause =
                Duration.ofMillis(ThreadLocalRandom.current().nextLong(limit / 10, limit + 1));
        limit = Math.min(LONGEST_MILLIS, limit * 2);
        return pause;
    }
}
