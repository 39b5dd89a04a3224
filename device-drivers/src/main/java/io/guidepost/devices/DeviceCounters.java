package io.guidepost.devices;

import java.util.Map;

/**
 * What a device counted since it was made: a snapshot.
 *
 * @param values name to count, each at least zero; a name that never happened is absent
 */
public record DeviceCounters(Map<String, Long> values) {
    public DeviceCounters {
        values = Map.copyOf(values);
    }

    /** The count under this name, zero if it never happened. */
    public long get(String name) {
        return values.getOrDefault(name, 0L);
    }
}
