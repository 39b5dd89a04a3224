package io.guidepost.kiosk.health;

import io.guidepost.contract.fleet.DeviceBatch;
import java.util.UUID;

/** Takes telemetry to head office. Thread-safe. */
public interface TelemetryLine {
    /** Names this start of the kiosk. */
    UUID boot();

    /**
     * Sends a batch, or drops it where the backend takes nothing now or the batch before is still
     * under way: it is never kept for later. Blocking, 15 seconds at most: ten for a place among
     * the messages under way, five for the broker's answer; never throws. One caller at a time.
     *
     * @return whether the broker has it
     */
    boolean send(DeviceBatch batch);
}
