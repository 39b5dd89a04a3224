package io.guidepost.kiosk.link;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits of a random length up to a limit that doubles: many kiosks that lost the same broker do not
 * come back at once.
 */
final class FullJitter {
    private final long first;
    private final long longest;
    private long limit;

    FullJitter(Duration first, Duration longest) {
        this.first = Math.max(1, first.toMillis());
        this.longest = Math.max(this.first, longest.toMillis());
        this.limit = this.first;
    }

    Duration next() {
        long wait = ThreadLocalRandom.current().nextLong(limit + 1);
        limit = Math.min(longest, 2 * limit);
        return Duration.ofMillis(wait);
    }

    void reset() {
        limit = first;
    }
}
