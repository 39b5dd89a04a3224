package io.guidepost.devices.lifecycle;

import io.guidepost.devices.DeviceCounters;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.DeviceStatus.Connecting;
import io.guidepost.devices.DeviceStatus.Degraded;
import io.guidepost.devices.DeviceStatus.Disconnected;
import io.guidepost.devices.DeviceStatus.Fault;
import io.guidepost.devices.DeviceStatus.Ready;
import io.guidepost.devices.Subscription;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Status, listeners and counters of one device. Safe from any thread. */
public final class DeviceState {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceState.class);

    private final DeviceId id;
    private final InstantSource clock;
    private final Listeners<DeviceStatus> listeners = new Listeners<>();
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private volatile DeviceStatus status;

    public DeviceState(DeviceId id, InstantSource clock) {
        this.id = id;
        this.clock = clock;
        this.status = new Disconnected(clock.instant());
    }

    public DeviceId id() {
        return id;
    }

    public Instant now() {
        return clock.instant();
    }

    public DeviceStatus status() {
        return status;
    }

    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return listeners.add(listener);
    }

    public DeviceCounters counters() {
        return new DeviceCounters(
                counters.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sum())));
    }

    public void count(String name) {
        counters.computeIfAbsent(name, _ -> new LongAdder()).increment();
    }

    public void disconnected() {
        set(new Disconnected(clock.instant()));
    }

    public void connecting() {
        set(new Connecting(clock.instant()));
    }

    public void ready() {
        set(new Ready(clock.instant()));
    }

    public void degraded(String reason) {
        set(new Degraded(reason, clock.instant()));
    }

    public void fault(String reason) {
        set(new Fault(reason, clock.instant()));
    }

    private void set(DeviceStatus next) {
        synchronized (this) {
            if (same(status, next)) {
                return;
            }
            status = next;
        }
        LOG.info("{}: {}", id, describe(next));
        listeners.tell(next);
    }

    private static boolean same(DeviceStatus a, DeviceStatus b) {
        return describe(a).equals(describe(b));
    }

    private static String describe(DeviceStatus status) {
        return switch (status) {
            case Disconnected _ -> "disconnected";
            case Connecting _ -> "connecting";
            case Ready _ -> "ready";
            case Degraded(String reason, _) -> "degraded: " + reason;
            case Fault(String reason, _) -> "fault: " + reason;
        };
    }
}
