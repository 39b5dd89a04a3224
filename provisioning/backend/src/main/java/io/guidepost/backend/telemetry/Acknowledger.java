package io.guidepost.backend.telemetry;

import io.guidepost.contract.id.KioskId;
import java.util.List;
import java.util.UUID;

/** Tells kiosks that their events are committed. */
@FunctionalInterface
public interface Acknowledger {
    /** Sends without waiting for delivery; a lost acknowledgement makes the kiosk send again. */
    void acknowledge(KioskId kiosk, List<UUID> ids);
}
