package io.guidepost.devices.terminal.nexo;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Payments to which something happened; the last ten thousand. Safe from any thread. */
final class PaymentIds {
    private static final int MOST = 10_000;

    private final Set<UUID> ids = new LinkedHashSet<>();

    synchronized void add(UUID id) {
        ids.add(id);
        if (ids.size() > MOST) {
            ids.remove(ids.iterator().next());
        }
    }

    synchronized boolean contains(UUID id) {
        return ids.contains(id);
    }
}
