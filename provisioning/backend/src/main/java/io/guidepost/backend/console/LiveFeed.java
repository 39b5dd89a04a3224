package io.guidepost.backend.console;

import io.guidepost.backend.insight.LiveStream;
import io.guidepost.backend.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every open page what has come in. The live stream says when to look, the database what is
 * there: so everything shown is committed and has an id. What nobody announces, such as a payment
 * that was opened, is found within a second. Nothing is read while no page is open.
 */
final class LiveFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    private static final long LOOK_AT_LEAST_MILLIS = 1_000;

    /** A burst of events is read at once. */
    private static final long BURST_MILLIS = 50;

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /** Transactions commit in another order than they received; older ones may still appear. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    /** Of a flood the newest; a page asks for the list when it wants more. */
    private static final int MOST_EVENTS = 200;

    private final Database database;
    private final Events events;
    private final LiveStream stream;
    private final Clock clock;
    private final Set<LiveClient> clients = new CopyOnWriteArraySet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    /** Only the thread touches these. */
    private final Map<UUID, Instant> seen = new HashMap<>();

    private Map<String, String> state = Map.of();

    private LiveFeed(Database database, Events events, LiveStream stream, Clock clock) {
        this.database = database;
        this.events = events;
        this.stream = stream;
        this.clock = clock;
    }

    static LiveFeed start(Database database, Events events, LiveStream stream, Clock clock) {
        LiveFeed feed = new LiveFeed(database, events, stream, clock);
        Thread.ofVirtual().name("console-live").start(feed::run);
        return feed;
    }

    /** Which parts of the page show old data. */
    record Changed(List<String> parts) {}

    void add(LiveClient client) {
        clients.add(client);
        wake();
    }

    void remove(LiveClient client) {
        clients.remove(client);
    }

    int clients() {
        return clients.size();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        wake();
        clients.forEach(LiveClient::close);
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Instant since = clock.instant().minus(OVERLAP);
        while (waitForClients()) {
            try (LiveStream.Watch watch = stream.watch()) {
                while (!clients.isEmpty()) {
                    Instant now = clock.instant();
                    poll(since);
                    since = now.minus(OVERLAP);
                    if (watch.next(LOOK_AT_LEAST_MILLIS).isPresent()) {
                        while (watch.next(BURST_MILLIS).isPresent() && isSoon(now)) {
                            // Read together with what came before it.
                        }
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("live events could not be read, trying again", e);
                pause();
            }
        }
    }

    /** An endless burst must not keep what came first from being shown. */
    private boolean isSoon(Instant begun) {
        return clock.instant().isBefore(begun.plusMillis(LOOK_AT_LEAST_MILLIS));
    }

    private void pause() {
        lock.lock();
        try {
            long nanos = AFTER_FAILURE.toNanos();
            while (!closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a page is open; false when all is over. */
    private boolean waitForClients() {
        lock.lock();
        try {
            while (!closed && clients.isEmpty()) {
                changed.await();
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void poll(Instant since) {
        seen.values().removeIf(received -> received.isBefore(since));
        boolean money = false;
        for (Events.EventView event : events.after(since, MOST_EVENTS)) {
            if (seen.put(event.id(), event.receivedAt()) == null) {
                money |= event.type().startsWith("payment-") || event.type().startsWith("voucher-");
                clients.forEach(c -> c.offer("kiosk-event", event));
            }
        }
        Map<String, String> now = database.inTransaction(LiveFeed::state);
        List<String> parts = new ArrayList<>();
        now.forEach(
                (part, value) -> {
                    if (!value.equals(state.get(part))) {
                        parts.add(part);
                    }
                });
        state = now;
        if (money && !parts.contains("sales")) {
            parts.add("sales");
        }
        if (!parts.isEmpty()) {
            clients.forEach(c -> c.offer("changed", new Changed(parts)));
        }
    }

    /** A few characters for each part of the page, other ones when it has changed. */
    private static Map<String, String> state(Handle handle) {
        return Map.of(
                "kiosks",
                        text(
                                handle,
                                "concat(count(*), '/', sum(case when online then 1 else 0 end),"
                                        + " '/', max(presence_at), '/', max(birth_at), '/', (select"
                                        + " max(changed_at) from device_streams)) from kiosks"),
                "offers", text(handle, "concat(version, '') from catalogue_version"),
                // Those that something is still to happen to; the rest is told by events.
                "sales",
                        text(
                                handle,
                                "concat(count(*), '/', max(changed_at)) from payments where state"
                                        + " in ('OPENED', 'UNKNOWN', 'REFUND_DUE')"));
    }

    private static String text(Handle handle, String what) {
        return handle.createQuery("select " + what).mapTo(String.class).one();
    }
}
