package io.guidepost.devices.watchdog;

import io.guidepost.devices.Watchdog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the watchdogs while all vitals are well. The service manager goes hungry at once, which
 * restarts the kiosk alone; the machine's watchdogs after their patience, which restarts
 * everything.
 */
public final class Feeder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
    private static final Duration SLOWEST = Duration.ofSeconds(5);

    private final List<Vital> vitals;
    private final ServiceManager manager;
    private final List<Watchdog> watchdogs;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon(true).name("watchdog-feeder").factory());
    private long illSince;
    private boolean ill;

    public Feeder(List<Vital> vitals, ServiceManager manager, List<? extends Watchdog> watchdogs) {
        this.vitals = List.copyOf(vitals);
        this.manager = manager;
        this.watchdogs = List.copyOf(watchdogs);
    }

    /** Feeds at once, and then four times within the shortest limit. */
    public void start() {
        long pause =
                Stream.concat(manager.limit().stream(), watchdogs.stream().map(Watchdog::limit))
                        .map(limit -> limit.dividedBy(4))
                        .reduce(SLOWEST, (a, b) -> a.compareTo(b) < 0 ? a : b)
                        .toMillis();
        var _ =
                thread.scheduleWithFixedDelay(
                        this::look, 0, Math.max(1, pause), TimeUnit.MILLISECONDS);
    }

    /** Feeds no more. A watchdog that is armed must be closed, too. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            Optional<String> trouble = trouble();
            if (trouble.isEmpty()) {
                well();
            } else {
                ill(trouble.get());
            }
        } catch (RuntimeException e) {
            // Not fed: who cannot even look is not well.
            LOG.error("the kiosk's vitals cannot be read", e);
        }
    }

    private Optional<String> trouble() {
        // All are asked: a pulse that is not asked cannot be answered.
        List<String> all = vitals.stream().map(Vital::trouble).flatMap(Optional::stream).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
    }

    private void well() {
        if (ill) {
            ill = false;
            LOG.info("the kiosk is well again");
            manager.status("ready");
        }
        manager.alive();
        watchdogs.forEach(Watchdog::feed);
    }

    private void ill(String trouble) {
        if (!ill) {
            ill = true;
            illSince = System.nanoTime();
            LOG.error("the watchdogs are no longer fed: {}", trouble);
        }
        manager.status(trouble);
        Duration lasting = Duration.ofNanos(System.nanoTime() - illSince);
        watchdogs.stream()
                .filter(dog -> lasting.compareTo(dog.patience()) < 0)
                .forEach(Watchdog::feed);
    }
}
