package io.guidepost.devices;

import java.time.Instant;

/** What a tamper switch tells. */
public sealed interface TamperEvent {

    /**
     * The housing was opened; told once when it is noticed, and again at each start while nobody
     * has acknowledged it.
     */
    record Alarm(DeviceId from, TamperAlarm alarm) implements TamperEvent {}

    /** The housing is closed again; the alarm stands. */
    record Closed(DeviceId from, Instant at) implements TamperEvent {}

    /**
     * The alarm is over.
     *
     * @param who the member of staff
     */
    record Acknowledged(DeviceId from, TamperAlarm alarm, String who, Instant at)
            implements TamperEvent {}
}
