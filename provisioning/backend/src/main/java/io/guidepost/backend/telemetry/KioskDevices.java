package io.guidepost.backend.telemetry;

import io.guidepost.contract.fleet.DeviceReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a kiosk last reported of its devices; times by the backend's clock.
 *
 * @param receivedAt when the newest batch came
 * @param seq its number in the kiosk's present boot
 * @param missed batches of this boot that never came
 * @param gapAt when the newest gap was seen
 * @param omitted devices that there was no room for
 */
public record KioskDevices(
        Instant receivedAt,
        long seq,
        long missed,
        Optional<Instant> gapAt,
        int omitted,
        List<DeviceReport> devices) {}
