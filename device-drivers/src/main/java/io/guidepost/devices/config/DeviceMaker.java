package io.guidepost.devices.config;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.lifecycle.ManagedDevice;

/** Makes a device from settings that have been read. */
@FunctionalInterface
public interface DeviceMaker {
    /** Makes it without starting it. Never waits for hardware. */
    ManagedDevice make(DeviceId id, Surroundings surroundings);
}
