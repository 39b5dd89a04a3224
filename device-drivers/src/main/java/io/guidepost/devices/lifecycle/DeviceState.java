package io.guidepost.devices.lifecycle;

import io.guidepost.devices.DeviceCounters;
import io.guidepost.devices.DeviceHealth;
import io.guidepost.devices.DeviceHealth.Evidence;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.DeviceStatus.Connecting;
import io.guidepost.devices.DeviceStatus.Degraded;
import io.guidepost.devices.DeviceStatus.Disconnected;
import io.guidepost.devices.DeviceStatus.Fault;
import io.guidepost.devices.DeviceStatus.Ready;
import io.guidepost.devices.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Status, health, identity, counters and events of one device. Safe from any thread. */
public final class DeviceState {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceState.class);
    private static final Duration DRAIN = Duration.ofSeconds(1);

    private final DeviceId id;
    private final InstantSource clock;
    private final EventQueue events;
    private final Listeners<DeviceStatus> listeners;
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private volatile DeviceStatus status;
    private volatile DeviceIdentity identity = DeviceIdentity.UNKNOWN;
    private volatile @Nullable Instant heard;
    private volatile Evidence selfTest = Evidence.NONE;

    /** The last sign of life of the driver's thread, for the wall clock and for the supervision. */
    private record Alive(Instant at, long nanos) {}

    private volatile @Nullable Alive alive;
    private volatile boolean hanging;
    private volatile boolean hasWorked;
    private volatile boolean beyondHelp;
    private volatile @Nullable Runnable restart;

    public DeviceState(DeviceId id, InstantSource clock) {
        this.id = id;
        this.clock = clock;
        this.events = new EventQueue(id, this::count);
        this.listeners = new Listeners<>(events::addNewest);
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

    /** Listeners who are told from the device's own bounded queue. */
    public <T> Listeners<T> listeners() {
        return new Listeners<>(events::add);
    }

    public DeviceCounters counters() {
        return new DeviceCounters(
                counters.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sum())));
    }

    public void count(String name) {
        counters.computeIfAbsent(name, _ -> new LongAdder()).increment();
    }

    /** The driver's thread got round; to be said at least every few seconds, also when idle. */
    public void alive() {
        alive = new Alive(clock.instant(), System.nanoTime());
        hanging = false;
    }

    /** Something came from the device. */
    public void heard() {
        heard = clock.instant();
    }

    /**
     * The device was asked how it is, or said so by itself.
     *
     * @param what its answer, for the technician
     */
    public void tested(boolean good, String what) {
        selfTest =
                good ? Evidence.good(what, clock.instant()) : Evidence.bad(what, clock.instant());
    }

    /** The device said which one it is. */
    public void identified(DeviceIdentity which) {
        identity = which;
    }

    public DeviceIdentity identity() {
        return identity;
    }

    public DeviceHealth health() {
        return new DeviceHealth(driver(), link(), selfTest);
    }

    private Evidence driver() {
        Alive last = alive;
        if (last == null) {
            return Evidence.NONE;
        }
        return hanging || overdue(Watch.LIMIT)
                ? Evidence.bad("hangs", last.at())
                : Evidence.good("runs", last.at());
    }

    private Evidence link() {
        DeviceStatus now = status;
        if (now instanceof Disconnected || now instanceof Connecting) {
            return alive == null ? Evidence.NONE : Evidence.bad("no connection", now.since());
        }
        Instant last = heard;
        return last == null
                ? Evidence.good("connected", now.since())
                : Evidence.good("heard from", last);
    }

    /** How a hung thread is replaced; without it the device can only say that it hangs. */
    void restartBy(Runnable action) {
        restart = action;
    }

    /** Whether the driver's thread has said nothing for this long although it once did. */
    boolean overdue(Duration limit) {
        Alive last = alive;
        return last != null
                && !(status instanceof Disconnected && restart == null)
                && System.nanoTime() - last.nanos() > limit.toNanos();
    }

    /** Counts and tells once of a thread that hangs, and has it replaced where that can be done. */
    void hangs() {
        if (hanging) {
            return;
        }
        hanging = true;
        LOG.error("{}: the driver's thread hangs", id);
        count("hangs");
        fault("the driver hangs");
        Runnable action = restart;
        if (action != null) {
            action.run();
        }
    }

    /** No further thread may be left behind: only a restart of the kiosk helps. */
    void beyondHelp() {
        beyondHelp = true;
        fault("the driver hangs again and again: restart the kiosk");
    }

    /**
     * Whether the kiosk has lost a device that worked since its start. One that hung from the
     * beginning would only hang again after a restart.
     */
    boolean isLost() {
        return beyondHelp && hasWorked;
    }

    /** The driver has ended: nothing more is expected of it. */
    public void ended() {
        alive = null;
        disconnected();
        events.drain(DRAIN);
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
            if (describe(status).equals(describe(next))) {
                return;
            }
            status = next;
            hasWorked |= next.usable();
            // In here, so that events are queued in the order of the changes.
            listeners.tell(next);
        }
        LOG.info("{}: {}", id, describe(next));
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
