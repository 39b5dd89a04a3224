package io.guidepost.kiosk.screens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that a test moves by hand. */
final class HandClock extends Clock {
    private final ZoneId zone;
    private volatile Instant now;

    HandClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new HandClock(now, other);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
