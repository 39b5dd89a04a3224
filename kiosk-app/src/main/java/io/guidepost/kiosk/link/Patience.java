package io.guidepost.kiosk.link;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait for an acknowledgement before all is sent again: three quarters to one and a
 * half times the usual, and twice as much with each round that brought none, up to five minutes. A
 * backend that has become slow is not pushed further, and many kiosks do not push at once. Not
 * thread-safe.
 */
final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration usual;
    private Duration middle;
    private Duration now;

    Patience(Duration usual) {
        this.usual = usual;
        this.middle = usual;
        this.now = around(usual);
    }

    /** How long to wait this time. */
    Duration now() {
        return now;
    }

    /** A round brought nothing. */
    void fruitless() {
        Duration twice = middle.multipliedBy(2);
        middle = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        now = around(middle);
    }

    /** An acknowledgement came. */
    void rewarded() {
        if (!middle.equals(usual)) {
            middle = usual;
            now = around(usual);
        }
    }

    private static Duration around(Duration middle) {
        long nanos = middle.toNanos();
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos * 3 / 4, nanos * 3 / 2));
    }
}
