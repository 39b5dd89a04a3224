package io.guidepost.kiosk.health;

import io.guidepost.devices.DeviceStatus;
import io.guidepost.kiosk.platform.Connection;
import java.util.Map;

/**
 * How the kiosk fares.
 *
 * @param devices by name, such as {@code printer-main}
 * @param outbox events that wait for their acknowledgement
 * @param catalogueVersion version of the replica, 0 where there is none
 * @param counters what happened since the start, by name
 */
public record KioskHealth(
        Connection connection,
        Map<String, DeviceStatus> devices,
        int outbox,
        long catalogueVersion,
        Map<String, Long> counters) {}
