package io.guidepost.kiosk.health;

import io.guidepost.contract.fleet.DeviceBatch;
import java.util.UUID;

/** Takes telemetry to head office. Thread-safe. */
public interface TelemetryLine {
    /** Names this start of the kiosk. */
    UUID boot();

    /**
     * Sends a batch, or drops it where the backend takes nothing now: it is never kept for later.
     * Blocking, 15 seconds at most; never throws.
     *
     * @return whether the broker has it
     */
    boolean send(DeviceBatch batch);
}
