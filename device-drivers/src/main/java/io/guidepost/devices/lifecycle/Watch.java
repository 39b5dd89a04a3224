package io.guidepost.devices.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the drivers' threads: one that gives no sign of life for the limit is given up and
 * replaced, while all other devices work on. A thread in a native call that never returns cannot be
 * ended, so it stays behind; {@link ConnectionLoop} bounds how many may.
 */
public final class Watch implements AutoCloseable {
    /** Longer than any single wait of a driver. */
    public static final Duration LIMIT = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final List<ManagedDevice> devices;
    private final Duration limit;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon(true).name("device-watch").factory());

    /** When it last looked, in nanoseconds; empty before it starts. */
    private volatile Optional<Long> looked = Optional.empty();

    public Watch(List<ManagedDevice> devices, Duration limit) {
        this.devices = List.copyOf(devices);
        this.limit = limit;
    }

    /** Looks four times within the limit. */
    public void start() {
        looked = Optional.of(System.nanoTime());
        long pause = Math.max(1, limit.toMillis() / 4);
        var _ = thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /**
     * What only a restart of the kiosk mends, for the technician; empty while all is well: the
     * supervision itself stands still, or a device that worked is lost because its threads hang. A
     * driver that hangs and is replaced is no such trouble.
     */
    public Optional<String> trouble() {
        Optional<String> lost =
                devices.stream()
                        .filter(device -> device.state.isLost())
                        .findFirst()
                        .map(device -> device.id() + " hangs again and again");
        return lost.or(this::standstill);
    }

    private Optional<String> standstill() {
        return looked.map(at -> Duration.ofNanos(System.nanoTime() - at))
                .filter(since -> since.compareTo(limit) > 0)
                .map(
                        since ->
                                "the drivers have not been looked after for "
                                        + since.toSeconds()
                                        + " s");
    }

    private void look() {
        for (ManagedDevice device : devices) {
            try {
                if (device.state.overdue(limit)) {
                    device.state.hangs();
                }
            } catch (RuntimeException e) {
                // The others need to be looked after all the same.
                LOG.error("{}: cannot be looked after", device.id(), e);
            }
        }
        looked = Optional.of(System.nanoTime());
    }
}
