package io.guidepost.contract.fleet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A batch of the telemetry stream {@value #STREAM}: how all devices of a kiosk stand. Each batch is
 * whole and each counter counts on, so the newest alone tells everything; a gap in the numbers
 * tells how many were lost. At most {@value #MOST_BYTES} bytes of JSON.
 *
 * @param bootId new at each start of the application
 * @param seq from 1, counts the batches that were due in this boot, sent or not
 * @param at when it was made, by the kiosk's clock
 * @param devices at most {@value #MOST_DEVICES}, each name once
 * @param omitted devices that there was no room for
 */
public record DeviceBatch(
        UUID bootId, long seq, Instant at, List<DeviceReport> devices, int omitted) {
    public static final String STREAM = "devices";
    public static final int MOST_DEVICES = 24;
    public static final int MOST_BYTES = 160 * 1024;

    public DeviceBatch {
        devices = List.copyOf(devices);
        Limits.atLeast("seq", seq, 1);
        Limits.atLeast("omitted", omitted, 0);
        Limits.atMost("devices", devices.size(), MOST_DEVICES);
        if (devices.stream().map(DeviceReport::name).distinct().count() < devices.size()) {
            throw new IllegalArgumentException("devices: each name once");
        }
    }

    /** The first of these devices, as many as there is room for; the others are counted. */
    public static DeviceBatch of(UUID bootId, long seq, Instant at, List<DeviceReport> all) {
        int kept = Math.min(all.size(), MOST_DEVICES);
        return new DeviceBatch(bootId, seq, at, all.subList(0, kept), all.size() - kept);
    }
}
