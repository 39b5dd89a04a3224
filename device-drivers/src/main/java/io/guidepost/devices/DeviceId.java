package io.guidepost.devices;

import java.util.Objects;

/**
 * Names one device of a kiosk.
 *
 * @param kind what it is for
 * @param name tells it from all other devices of the kiosk; 1 to 40 characters
 */
public record DeviceId(DeviceKind kind, String name) {
    public DeviceId {
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank() || name.length() > 40) {
            throw new IllegalArgumentException("device name must have 1 to 40 characters");
        }
    }

    /** For logs, telemetry and thread names. */
    @Override
    public String toString() {
        return name;
    }
}
