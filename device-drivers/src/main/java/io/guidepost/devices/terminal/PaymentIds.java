package io.guidepost.devices.terminal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Payments or reversals to which something happened, and when last; the ten thousand latest. Safe
 * from any thread.
 */
public final class PaymentIds {
    private static final int MOST = 10_000;

    /** By the clock that nobody can set; the oldest first. */
    private final Map<UUID, Long> nanos = new LinkedHashMap<>();

    public synchronized void add(UUID id) {
        nanos.remove(id);
        nanos.put(id, System.nanoTime());
        if (nanos.size() > MOST) {
            nanos.remove(nanos.keySet().iterator().next());
        }
    }

    public synchronized boolean contains(UUID id) {
        return nanos.containsKey(id);
    }

    /** Whether it last happened to this one less than so long ago. */
    public synchronized boolean containsSince(UUID id, Duration limit) {
        Long at = nanos.get(id);
        return at != null && System.nanoTime() - at < limit.toNanos();
    }
}
