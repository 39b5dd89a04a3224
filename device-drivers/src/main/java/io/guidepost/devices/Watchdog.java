package io.guidepost.devices;

import java.time.Duration;

/**
 * Restarts the machine when it is not fed: hardware that works also where the kernel does not. It
 * is not armed before it is first fed.
 */
public interface Watchdog extends Device {

    /** Puts the restart off once more. Returns at once. */
    void feed();

    /** How long after the last feeding the machine is restarted. */
    Duration limit();

    /**
     * How long the kiosk may be ill before it is no longer fed: longer than a trouble that passes
     * by itself.
     */
    Duration patience();
}
