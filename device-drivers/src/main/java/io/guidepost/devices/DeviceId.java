package io.guidepost.devices;

import java.util.Locale;
import java.util.Objects;

/**
 * Names one device of a kiosk.
 *
 * @param kind what it is
 * @param name tells it from others of its kind; 1 to 40 characters
 */
public record DeviceId(DeviceKind kind, String name) {
    public DeviceId {
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank() || name.length() > 40) {
            throw new IllegalArgumentException("device name must have 1 to 40 characters");
        }
    }

    /** For logs and thread names, such as {@code scanner-serial}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + name;
    }
}
