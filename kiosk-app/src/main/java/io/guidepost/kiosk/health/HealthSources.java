package io.guidepost.kiosk.health;

import io.guidepost.devices.DeviceStatus;
import java.util.Map;

/** Where the kiosk's health is read from. Blocking. */
public interface HealthSources {
    /** Status of each device by name. */
    Map<String, DeviceStatus> devices();

    /** Events that wait for their acknowledgement. */
    int outbox();

    /** Version of the replica, 0 where there is none. */
    long catalogueVersion();
}
