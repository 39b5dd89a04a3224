package io.guidepost.devices.config;

import io.guidepost.devices.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which devices a kiosk has, of which driver and how set up: keys {@code device.NAME.driver} and
 * {@code device.NAME.KEY}, where NAME tells devices apart. What is not named is not there.
 *
 * @param devices in the order of their names
 */
public record DeviceConfig(List<Entry> devices) {
    /** What all keys of devices begin with. */
    public static final String PREFIX = "device.";

    private static final Pattern KEY =
            Pattern.compile("device\\.([a-z0-9][a-z0-9-]{0,39})\\.([a-z0-9.-]{1,40})");

    public DeviceConfig {
        devices = List.copyOf(devices);
    }

    /**
     * One device.
     *
     * @param driver the name of its driver
     * @param maker makes it
     */
    public record Entry(DeviceId id, String driver, DeviceMaker maker) {}

    /** A kiosk without devices. */
    public static DeviceConfig none() {
        return new DeviceConfig(List.of());
    }

    /**
     * A configuration that cannot be; its message lists every problem with key and limit, one a
     * line.
     */
    public static final class InvalidException extends RuntimeException {
        private final List<String> problems;

        InvalidException(List<String> problems) {
            super(String.join("\n", problems));
            this.problems = List.copyOf(problems);
        }

        public List<String> problems() {
            return problems;
        }
    }

    /**
     * Reads the keys that begin with {@link #PREFIX}; others are left to others.
     *
     * @param drivers those there are
     * @throws InvalidException naming all problems at once
     */
    public static DeviceConfig parse(Map<String, String> values, List<Driver> drivers) {
        List<String> problems = new ArrayList<>();
        Map<String, Driver> byName =
                drivers.stream().collect(Collectors.toMap(Driver::name, Function.identity()));
        Map<String, Map<String, String>> grouped = grouped(values, problems);
        List<Entry> entries = new ArrayList<>();
        grouped.forEach(
                (name, keys) -> {
                    String prefix = PREFIX + name + ".";
                    String wanted = keys.getOrDefault("driver", "").strip();
                    Driver driver = byName.get(wanted);
                    if (driver == null) {
                        problems.add(
                                prefix
                                        + "driver "
                                        + (wanted.isEmpty()
                                                ? "is missing"
                                                : "\"" + wanted + "\" is no driver")
                                        + "; there are "
                                        + byName.keySet().stream()
                                                .sorted()
                                                .collect(Collectors.joining(", ")));
                        return;
                    }
                    refuseUnknown(prefix, keys, driver, problems);
                    DeviceMaker maker = driver.read(new Settings(prefix, keys, problems));
                    entries.add(new Entry(new DeviceId(driver.kind(), name), wanted, maker));
                });
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        return new DeviceConfig(entries);
    }

    /** The values by device and key, both sorted. */
    private static Map<String, Map<String, String>> grouped(
            Map<String, String> values, List<String> problems) {
        Map<String, Map<String, String>> grouped = new TreeMap<>();
        new TreeMap<>(values)
                .forEach(
                        (key, value) -> {
                            Matcher matcher = KEY.matcher(key);
                            if (matcher.matches()) {
                                grouped.computeIfAbsent(matcher.group(1), _ -> new TreeMap<>())
                                        .put(matcher.group(2), value);
                            } else if (key.startsWith(PREFIX)) {
                                problems.add(
                                        key
                                                + " must be device.NAME.KEY with a NAME of 1 to 40"
                                                + " small letters, digits and hyphens");
                            }
                        });
        return grouped;
    }

    private static void refuseUnknown(
            String prefix, Map<String, String> keys, Driver driver, List<String> problems) {
        List<String> known = driver.keys().stream().map(Key::name).sorted().toList();
        for (String key : keys.keySet()) {
            if (!key.equals("driver") && !known.contains(key)) {
                problems.add(
                        prefix
                                + key
                                + " is no key of "
                                + driver.name()
                                + "; there are "
                                + String.join(", ", known));
            }
        }
    }
}
