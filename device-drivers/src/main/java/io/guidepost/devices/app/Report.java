package io.guidepost.devices.app;

import io.guidepost.devices.Device;
import io.guidepost.devices.DeviceCounters;
import io.guidepost.devices.DeviceHealth;
import io.guidepost.devices.DeviceHealth.Evidence;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.DeviceStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words that shop staff use how devices stand. */
final class Report {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    Report(ZoneId zone) {
        this.zone = zone;
    }

    /** A few lines: status, which device it is, what is known of it, what was counted. */
    String device(Device device, Instant now) {
        DeviceHealth health = device.health();
        String which = which(device.identity());
        return line(device.id(), device.status())
                + (which.isEmpty() ? "" : "\n    " + which)
                + "\n    driver "
                + evidence(health.driver(), now)
                + ", device "
                + evidence(health.link(), now)
                + ", self-test "
                + evidence(health.selfTest(), now)
                + "\n    "
                + counted(device.counters());
    }

    private static String which(DeviceIdentity identity) {
        return Stream.of(
                        identity.vendor(),
                        identity.product(),
                        identity.serial().isEmpty() ? "" : "no. " + identity.serial(),
                        identity.path().isEmpty() ? "" : "at " + identity.path())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String evidence(Evidence evidence, Instant now) {
        return evidence.what()
                + evidence.age(now)
                        .map(age -> " (" + Math.max(0, age.toSeconds()) + " s ago)")
                        .orElse("");
    }

    /** For example {@code Printer (escpos): needs help, paper out (since 14:03:20)}. */
    String line(DeviceId id, DeviceStatus status) {
        return name(id) + ": " + says(status) + " (since " + time(status.since()) + ")";
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    static String name(DeviceId id) {
        String kind =
                switch (id.kind()) {
                    case SCANNER -> "Scanner";
                    case PRINTER -> "Printer";
                    case TERMINAL -> "Card terminal";
                    case LIGHT -> "Lamp";
                    case PRESENCE -> "Presence sensor";
                    case TAMPER -> "Tamper switch";
                    case BACKLIGHT -> "Backlight";
                    case DISPLAY -> "Display";
                    case SPEECH -> "Speech";
                    case WATCHDOG -> "Watchdog";
                };
        return kind + " (" + id.name() + ")";
    }

    private static String says(DeviceStatus status) {
        return switch (status) {
            case DeviceStatus.Ready _ -> "works";
            case DeviceStatus.Degraded(String reason, _) -> "works, but look at it: " + reason;
            case DeviceStatus.Fault(String reason, _) -> "needs help: " + reason;
            case DeviceStatus.Connecting _ -> "is being connected";
            case DeviceStatus.Disconnected _ -> "not connected: check power and cable";
        };
    }

    private static String counted(DeviceCounters counters) {
        return counters.values().isEmpty()
                ? "nothing counted yet"
                : counters.values().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> e.getKey().replace('-', ' ') + " " + e.getValue())
                        .collect(Collectors.joining(", "));
    }
}
