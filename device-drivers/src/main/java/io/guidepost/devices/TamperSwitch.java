package io.guidepost.devices;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notices that the housing is opened, also while the kiosk was off. An alarm is on disk before
 * anybody hears of it, and ends only by {@link #acknowledge}. While it stands, the device is {@link
 * DeviceStatus.Degraded}.
 */
public interface TamperSwitch extends Device {
    /** Most characters of a name. */
    int LONGEST_NAME = 60;

    /** The alarm that nobody has acknowledged yet. */
    Optional<TamperAlarm> alarm();

    /** Whether the housing is open now; empty while that cannot be told. */
    Optional<Boolean> open();

    /** Tells the listener of alarms and how they end. */
    Subscription onTamper(Consumer<TamperEvent> listener);

    /**
     * Ends the alarm. Writes to disk, so not on the screen's thread.
     *
     * @param who names the member of staff, 1 to 60 characters
     * @throws IllegalArgumentException where the name is empty or too long
     */
    Acknowledgement acknowledge(String who);

    /** What became of it. */
    enum Acknowledgement {
        /** The alarm is over, and that is on disk. */
        DONE,
        /** There is no alarm. */
        NOTHING,
        /** The housing is open, or whether it is cannot be told: close it first. */
        NOT_CLOSED,
        /** It could not be written down, so the alarm stands. */
        NOT_WRITTEN
    }
}
