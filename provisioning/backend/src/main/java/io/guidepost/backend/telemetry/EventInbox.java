package io.guidepost.backend.telemetry;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events once each: unique by source and id, in batches, acknowledged when the batch is
 * forced to the disk. What is not as the contract says is refused, kept and acknowledged all the
 * same, so that it does not stand in the way of what comes after it.
 */
public final class EventInbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventInbox.class);
    private static final int QUEUE = 2_000;
    private static final int BATCH = 200;
    private static final long WAIT_MILLIS = 500;
    private static final long RETRY_MILLIS = 1_000;
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Database database;
    private final EventEffects effects;
    private final RefusedMessages refused;
    private final Acknowledger acknowledger;
    private final Clock clock;
    private final BlockingQueue<ReceivedEvent> queue = new LinkedBlockingQueue<>(QUEUE);
    private volatile boolean running;
    private final Thread worker;

    public EventInbox(
            Database database,
            EventEffects effects,
            RefusedMessages refused,
            Acknowledger acknowledger,
            Clock clock) {
        this.database = database;
        this.effects = effects;
        this.refused = refused;
        this.acknowledger = acknowledger;
        this.clock = clock;
        this.worker = Thread.ofPlatform().name("event-inbox").unstarted(this::work);
    }

    public void start() {
        running = true;
        worker.start();
    }

    /**
     * Hands an event over.
     *
     * @return false when the queue is full; the kiosk sends the event again, as nobody acknowledges
     *     it
     */
    public boolean offer(ReceivedEvent event) {
        return queue.offer(event);
    }

    private void work() {
        try {
            while (running || !queue.isEmpty()) {
                ReceivedEvent first = queue.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<ReceivedEvent> batch = new ArrayList<>(BATCH);
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    take(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The whole batch at once; where that fails one by one, so that one cannot hold up all. */
    private void take(List<ReceivedEvent> batch) throws InterruptedException {
        try {
            store(batch);
        } catch (RuntimeException e) {
            LOG.warn("a batch of {} events failed, taking them one by one", batch.size(), e);
            for (ReceivedEvent event : batch) {
                takeAlone(event);
            }
        }
    }

    /** Tries for ever: an event is given up by its own fault only, never by the database's. */
    private void takeAlone(ReceivedEvent event) throws InterruptedException {
        while (running) {
            try {
                store(List.of(event));
                return;
            } catch (RuntimeException e) {
                if (Database.isDataError(e)) {
                    refuseAlone(event);
                    return;
                }
                LOG.error("an event of {} cannot be stored, trying again", event.kiosk(), e);
                Thread.sleep(ThreadLocalRandom.current().nextLong(RETRY_MILLIS / 2, RETRY_MILLIS));
            }
        }
    }

    private void refuseAlone(ReceivedEvent event) {
        Optional<UUID> id =
                switch (ParsedEvent.of(event)) {
                    case ParsedEvent.Good good -> Optional.of(good.id());
                    case ParsedEvent.Bad bad -> bad.id();
                };
        Batch stored = new Batch();
        database.inDurableTransaction(
                h -> {
                    refuse(h, event, id, "does not fit the database", stored);
                    return stored;
                });
        finish(List.of(event), stored);
    }

    private void store(List<ReceivedEvent> batch) {
        Batch stored =
                database.inDurableTransaction(
                        h -> {
                            Batch result = new Batch();
                            batch.forEach(event -> store(h, event, result));
                            return result;
                        });
        finish(batch, stored);
    }

    /** What a batch came to. */
    private static final class Batch {
        private final Map<KioskId, List<UUID>> acknowledged = new LinkedHashMap<>();
        private final List<EventEffects.Committed> committed = new ArrayList<>();

        void acknowledge(KioskId kiosk, UUID id) {
            acknowledged.computeIfAbsent(kiosk, k -> new ArrayList<>()).add(id);
        }
    }

    private void store(Handle transaction, ReceivedEvent received, Batch result) {
        switch (ParsedEvent.of(received)) {
            case ParsedEvent.Good good -> store(transaction, received, good, result);
            case ParsedEvent.Bad bad ->
                    refuse(transaction, received, bad.id(), bad.reason(), result);
        }
    }

    private void store(
            Handle transaction, ReceivedEvent received, ParsedEvent.Good good, Batch result) {
        if (isRefusedBefore(transaction, received, good) || !insert(transaction, received, good)) {
            result.acknowledge(received.kiosk(), good.id());
            return;
        }
        transaction.savepoint("effect");
        try {
            effects.apply(transaction, received.kiosk(), good.event());
            result.acknowledge(received.kiosk(), good.id());
            result.committed.add(new EventEffects.Committed(received.kiosk(), good.event()));
        } catch (IllegalArgumentException e) {
            transaction.rollbackToSavepoint("effect");
            remove(transaction, received, good.id());
            refuse(
                    transaction,
                    received,
                    Optional.of(good.id()),
                    String.valueOf(e.getMessage()),
                    result);
            return;
        }
        transaction.releaseSavepoint("effect");
    }

    private void refuse(
            Handle transaction,
            ReceivedEvent received,
            Optional<UUID> id,
            String reason,
            Batch result) {
        if (received.isMoney()) {
            LOG.error("{} of {} is refused: {}", received.type(), received.kiosk(), reason);
        } else {
            LOG.warn("an event of {} is refused: {}", received.kiosk(), reason);
        }
        refused.keep(
                transaction,
                new RefusedMessages.Refused(
                        Optional.of(received.kiosk()),
                        "up/evt/" + received.type(),
                        id.map(UUID::toString),
                        reason,
                        received.isMoney(),
                        received.data()));
        id.ifPresent(known -> result.acknowledge(received.kiosk(), known));
    }

    private void finish(List<ReceivedEvent> batch, Batch stored) {
        batch.forEach(event -> event.done().run());
        stored.acknowledged.forEach(acknowledger::acknowledge);
        if (!stored.committed.isEmpty()) {
            effects.committed(stored.committed);
        }
    }

    private boolean insert(Handle transaction, ReceivedEvent received, ParsedEvent.Good good) {
        KioskEvent event = good.event();
        return transaction
                        .createUpdate(
                                "insert into inbox (source, id, type, session, happened_at,"
                                    + " received_at, data) values (:source, :id, :type, :session,"
                                    + " :happened, :now, :data) on conflict do nothing")
                        .bind("source", received.kiosk())
                        .bind("id", good.id())
                        .bind("type", event.type())
                        .bind("session", EventSessions.of(event))
                        .bind("happened", event.at())
                        .bind("now", clock.instant())
                        .bind("data", Json.writeText(event))
                        .execute()
                == 1;
    }

    private static boolean isRefusedBefore(
            Handle transaction, ReceivedEvent received, ParsedEvent.Good good) {
        return transaction
                .createQuery(
                        "select 1 from refused_messages where source = :source and event_id = :id"
                                + " limit 1")
                .bind("source", received.kiosk())
                .bind("id", good.id().toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void remove(Handle transaction, ReceivedEvent received, UUID id) {
        transaction
                .createUpdate("delete from inbox where source = :source and id = :id")
                .bind("source", received.kiosk())
                .bind("id", id)
                .execute();
    }

    /** Takes what is queued and stops. */
    @Override
    public void close() {
        running = false;
        try {
            if (worker.isAlive() && !worker.join(STOP)) {
                worker.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
