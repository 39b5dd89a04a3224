package io.guidepost.devices;

import java.time.Instant;

/** How a device stands; devices report this instead of throwing. */
public sealed interface DeviceStatus {

    /** When this status began. */
    Instant since();

    /** Whether the device does its work now, be it with a warning. */
    default boolean usable() {
        return switch (this) {
            case Ready _, Degraded _ -> true;
            case Disconnected _, Connecting _, Fault _ -> false;
        };
    }

    /** Not started, closed, or its line is lost and tried again. */
    record Disconnected(Instant since) implements DeviceStatus {}

    /** Started; the first try is under way. */
    record Connecting(Instant since) implements DeviceStatus {}

    /** Works. */
    record Ready(Instant since) implements DeviceStatus {}

    /**
     * Works, but somebody should look at it, for example paper that is near its end.
     *
     * @param reason for the technician, in English
     */
    record Degraded(String reason, Instant since) implements DeviceStatus {}

    /**
     * Connected or configured, but cannot work until somebody acts, for example no paper.
     *
     * @param reason for the technician, in English
     */
    record Fault(String reason, Instant since) implements DeviceStatus {}
}
