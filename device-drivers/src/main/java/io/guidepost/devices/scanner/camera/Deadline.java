package io.guidepost.devices.scanner.camera;

import java.time.Duration;

/** The time until which one picture may be looked at. */
record Deadline(long nanos) {
    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanos > 0;
    }
}
