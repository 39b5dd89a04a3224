package io.guidepost.kiosk.link;

import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.contract.topic.Topics;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.Outbox;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox while the gate is open. A row leaves the outbox only on the
 * backend's own acknowledgement; the broker's says nothing about a disk. What is not acknowledged
 * in time, or was under way when the connection broke, is sent again under the same id. One named
 * thread.
 */
final class OutboxSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final int BATCH = 100;
    private static final Duration FAILURE_PAUSE = Duration.ofMillis(500);

    private static final String MONEY = "payment-";

    /** What may wait when the gate opens waits up to this share of the time for a resend. */
    private static final int SPREAD_SHARE = 15;

    /** Sent and not acknowledged yet, at most. */
    private static final int WINDOW = 500;

    private final Outbox outbox;
    private final Topics topics;
    private final KioskId kiosk;
    private final Patience patience;
    private final Duration lookAgain;
    private final Duration spread;
    private final Counters counters;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<UUID, Sent> unacknowledged = new LinkedHashMap<>();
    private Optional<Mqtt.Session> gate = Optional.empty();
    private long cursor;
    private boolean news = true;
    private boolean closed;
    private long calmUntilNanos = System.nanoTime();

    private record Sent(long seq, long atNanos) {}

    OutboxSender(Outbox outbox, LinkSettings settings, Counters counters) {
        this.outbox = outbox;
        this.topics = new Topics(settings.who().tenant());
        this.kiosk = settings.who().kiosk();
        Duration resendAfter = settings.pace().resendAfter();
        this.patience = new Patience(resendAfter);
        this.lookAgain = Duration.ofMillis(Math.clamp(resendAfter.toMillis() / 4, 10, 1_000));
        this.spread = resendAfter.dividedBy(SPREAD_SHARE);
        this.counters = counters;
        this.thread = Thread.ofPlatform().name("outbox").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Sends through this from now on, from the oldest row on. */
    void open(Mqtt.Session session) {
        change(
                () -> {
                    gate = Optional.of(session);
                    calmUntilNanos =
                            System.nanoTime()
                                    + ThreadLocalRandom.current().nextLong(spread.toNanos() + 1);
                    startOver();
                });
    }

    /** Sends nothing from now on. */
    void shut() {
        change(() -> gate = Optional.empty());
    }

    /** There may be something new. */
    void wake() {
        change(() -> news = true);
    }

    /** The backend has these; called after they have left the outbox. */
    void acknowledged(Collection<UUID> ids) {
        change(
                () -> {
                    if (unacknowledged.keySet().removeAll(Set.copyOf(ids))) {
                        patience.rewarded();
                    }
                });
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void startOver() {
        unacknowledged.clear();
        cursor = 0;
        news = true;
    }

    private void run() {
        while (true) {
            try {
                Mqtt.Session session = awaitWork();
                if (session == null) {
                    return;
                }
                sendSome(session);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("outbox: could not send", e);
                pause();
            }
        }
    }

    /** Waits until there is something to send and somebody to send it to; null where it is over. */
    private Mqtt.@Nullable Session awaitWork() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                if (gate.isPresent()) {
                    resendLate();
                    if (news && unacknowledged.size() < WINDOW) {
                        return gate.get();
                    }
                }
                boolean _ = changed.await(lookAgain.toMillis(), TimeUnit.MILLISECONDS);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void resendLate() {
        if (unacknowledged.isEmpty()) {
            return;
        }
        Sent oldest = unacknowledged.values().iterator().next();
        if (System.nanoTime() - oldest.atNanos() > patience.now().toNanos()) {
            LOG.info("{} events not acknowledged in time: sent again", unacknowledged.size());
            counters.count("link.outbox.resent");
            patience.fruitless();
            startOver();
        }
    }

    private void sendSome(Mqtt.Session session) throws InterruptedException {
        long from;
        lock.lock();
        try {
            news = false;
            from = cursor;
        } finally {
            lock.unlock();
        }
        List<Outbox.Row> rows = outbox.after(from, BATCH);
        if (rows.stream().noneMatch(OutboxSender::isMoney)) {
            awaitCalm(session);
        }
        if (rows.size() == BATCH) {
            wake();
        }
        for (Outbox.Row row : rows) {
            if (!mark(row, session, from)) {
                return;
            }
            from = row.seq();
            send(row.event(), session);
        }
    }

    /**
     * When a backend comes back it tells all kiosks in one moment: what is not money, and not new,
     * waits a little, each kiosk as long as it likes.
     */
    private void awaitCalm(Mqtt.Session session) throws InterruptedException {
        lock.lock();
        try {
            long left = calmUntilNanos - System.nanoTime();
            while (left > 0 && !closed && !news && gate.equals(Optional.of(session))) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean isMoney(Outbox.Row row) {
        return shortType(row.event()).startsWith(MONEY);
    }

    /**
     * Notes a row as sent before it is, for the acknowledgement may be faster; false where all has
     * changed.
     */
    private boolean mark(Outbox.Row row, Mqtt.Session session, long expectedCursor) {
        lock.lock();
        try {
            if (closed
                    || gate.isEmpty()
                    || !gate.get().equals(session)
                    || cursor != expectedCursor) {
                news = true;
                return false;
            }
            cursor = row.seq();
            unacknowledged.put(row.event().id(), new Sent(row.seq(), System.nanoTime()));
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void send(Envelope event, Mqtt.Session session) {
        counters.count("link.outbox.sent");
        session.publish(
                        Mqtt.Outgoing.of(topics.event(kiosk, shortType(event)), event.data())
                                .with(attributes(event)))
                .whenComplete(
                        (_, failure) -> {
                            if (failure != null) {
                                // Stays in the outbox; sent again on the next connection or when
                                // late.
                                counters.count("link.outbox.not-sent");
                            }
                        });
    }

    private static String shortType(Envelope event) {
        return event.type().startsWith(Envelope.TYPE_PREFIX)
                ? event.type().substring(Envelope.TYPE_PREFIX.length())
                : event.type();
    }

    /** CloudEvents 1.0, MQTT binding, binary mode; trace context as W3C has it. */
    private static Map<String, String> attributes(Envelope event) {
        String trace = event.id().toString().replace("-", "");
        return Map.of(
                "ce_id", event.id().toString(),
                "ce_source", event.source().value(),
                "ce_type", event.type(),
                "ce_time", event.time().toString(),
                "ce_specversion", Envelope.SPEC_VERSION,
                "traceparent", "00-" + trace + "-" + trace.substring(16) + "-01");
    }

    private void pause() {
        wake();
        LockSupport.parkNanos(FAILURE_PAUSE.toNanos());
    }

    @Override
    public void close() {
        change(() -> closed = true);
        try {
            if (!thread.join(Duration.ofSeconds(3))) {
                LOG.warn("outbox sender did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
