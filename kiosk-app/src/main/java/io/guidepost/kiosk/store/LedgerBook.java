package io.guidepost.kiosk.store;

import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.kiosk.payment.PaymentIntent;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.Outbox;
import io.guidepost.kiosk.store.Ledger.Job;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger's pages: the money journal, the outbox and payment tables, and the payments in memory.
 */
final class LedgerBook {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerBook.class);
    private static final int MOST_OTHERS = 100_000;
    private static final int CHECK_EVERY = 1_000;

    private final Database database;
    private final MoneyJournal journal;
    private final Counters counters;
    private final Map<UUID, PaymentIntent> payments = new ConcurrentHashMap<>();
    private final Deque<Job.Note> missing = new ArrayDeque<>();
    private int othersSinceCheck;

    LedgerBook(Database database, MoneyJournal journal, Counters counters) {
        this.database = database;
        this.journal = journal;
        this.counters = counters;
        bringTogether();
    }

    /** Journal and database each may have what the other lost. */
    private void bringTogether() {
        for (PaymentIntent intent : readPayments()) {
            payments.put(intent.paymentId(), intent);
        }
        for (PaymentIntent intent : journal.payments()) {
            payments.merge(intent.paymentId(), intent, LedgerBook::further);
        }
        List<Envelope> unsent = journal.unsent();
        int restored =
                database.write(
                        c -> {
                            int n = 0;
                            for (PaymentIntent intent : payments.values()) {
                                putPayment(c, intent);
                            }
                            for (Envelope event : unsent) {
                                n += putEvent(c, event, true);
                            }
                            return n;
                        });
        if (restored > 0) {
            LOG.info("{} unsent events of money restored from the journal", restored);
            counters.add("store.journal.restored", restored);
        }
    }

    private List<PaymentIntent> readPayments() {
        return database.read(
                c ->
                        Database.list(
                                c,
                                "select json from payments order by at desc limit ?",
                                row -> Json.read(row.getString(1), PaymentIntent.class),
                                10 * MoneyJournal.PAYMENTS_KEPT));
    }

    private static PaymentIntent further(PaymentIntent a, PaymentIntent b) {
        return a.stage().compareTo(b.stage()) >= 0 ? a : b;
    }

    Collection<PaymentIntent> payments() {
        return payments.values();
    }

    Optional<PaymentIntent> payment(UUID id) {
        return Optional.ofNullable(payments.get(id));
    }

    List<Outbox.Row> after(long seq, int limit) {
        return database.read(
                c ->
                        Database.list(
                                c,
                                "select seq, json from outbox where seq > ? order by seq limit ?",
                                row ->
                                        new Outbox.Row(
                                                row.getLong(1),
                                                Json.read(row.getString(2), Envelope.class)),
                                seq,
                                limit));
    }

    int size() {
        return database.read(
                c ->
                        Database.list(c, "select count(*) from outbox", row -> row.getInt(1))
                                .getFirst());
    }

    /**
     * Writes a batch; each job is told how its own part ended. Called by the ledger's thread only.
     */
    void write(List<Job> batch) {
        List<Job.Note> notes = new ArrayList<>();
        List<Job.Forget> forgets = new ArrayList<>();
        for (Job job : batch) {
            switch (job) {
                case Job.Note note -> notes.add(note);
                case Job.Forget forget -> forgets.add(forget);
            }
        }
        writeNotes(notes);
        if (!forgets.isEmpty()) {
            forget(forgets);
        }
    }

    private void writeNotes(List<Job.Note> notes) {
        List<Job.Note> money = new ArrayList<>(notes.stream().filter(Job.Note::money).toList());
        List<Job.Note> others = notes.stream().filter(n -> !n.money()).toList();
        if (!money.isEmpty()) {
            try {
                journal.note(
                        money.stream()
                                .map(n -> new MoneyRecord.Noted(n.intent(), n.event()))
                                .toList());
            } catch (StoreException e) {
                LOG.error("money could not be written down", e);
                money.forEach(n -> n.done().completeExceptionally(e));
                money = new ArrayList<>();
            }
        }
        for (Job.Note note : money) {
            note.intent().ifPresent(i -> payments.put(i.paymentId(), i));
        }
        List<Job.Note> toInsert = new ArrayList<>(missing);
        toInsert.addAll(money);
        toInsert.addAll(others);
        if (toInsert.isEmpty()) {
            return;
        }
        try {
            database.write(
                    c -> {
                        for (Job.Note note : toInsert) {
                            put(c, note);
                        }
                        return true;
                    });
            missing.clear();
            toInsert.forEach(n -> n.done().complete(true));
            keepQuota(others.size());
        } catch (StoreException e) {
            LOG.error("the database could not be written; money stands in the journal", e);
            counters.count("store.database.failed");
            others.forEach(n -> n.done().completeExceptionally(e));
            // Safe in the journal, and tried again with the next batch.
            missing.addAll(money);
            money.forEach(n -> n.done().complete(true));
        }
    }

    private void put(Connection c, Job.Note note) throws SQLException {
        if (note.intent().isPresent()) {
            putPayment(c, note.intent().get());
        }
        if (note.event().isPresent()) {
            int _ = putEvent(c, note.event().get(), note.money());
        }
    }

    private static void putPayment(Connection c, PaymentIntent intent) throws SQLException {
        int _ =
                Database.run(
                        c,
                        "merge into payments (id, stage, at, json) key (id) values (?, ?, ?, ?)",
                        intent.paymentId(),
                        intent.stage().name(),
                        OffsetDateTime.ofInstant(intent.at(), ZoneOffset.UTC),
                        Json.writeText(intent));
    }

    private static int putEvent(Connection c, Envelope event, boolean money) throws SQLException {
        return Database.run(
                c,
                "insert into outbox (id, money, json) select ?, ?, ? where not exists"
                        + " (select 1 from outbox where id = ?)",
                event.id(),
                money,
                Json.writeText(event),
                event.id());
    }

    /** Money is never dropped; of the others the oldest go first. */
    private void keepQuota(int others) {
        othersSinceCheck += others;
        if (othersSinceCheck < CHECK_EVERY) {
            return;
        }
        othersSinceCheck = 0;
        int dropped =
                database.write(
                        c ->
                                Database.run(
                                        c,
                                        "delete from outbox where not money and seq <= (select seq"
                                                + " from outbox where not money order by seq desc"
                                                + " offset ? rows fetch next 1 row only)",
                                        MOST_OTHERS));
        if (dropped > 0) {
            LOG.warn(
                    "outbox full: the {} oldest events that are not of money were dropped",
                    dropped);
            counters.add("store.outbox.dropped", dropped);
        }
    }

    private void forget(List<Job.Forget> forgets) {
        List<UUID> ids = forgets.stream().flatMap(f -> f.ids().stream()).toList();
        try {
            database.write(
                    c -> {
                        try (PreparedStatement s =
                                c.prepareStatement("delete from outbox where id = ?")) {
                            for (UUID id : ids) {
                                s.setObject(1, id);
                                s.addBatch();
                            }
                            return s.executeBatch().length;
                        }
                    });
            journal.acknowledged(ids);
            forgets.forEach(f -> f.done().complete(true));
        } catch (StoreException e) {
            forgets.forEach(f -> f.done().completeExceptionally(e));
        }
    }

    /** Forgets payments that ended long ago. */
    void tidy(OffsetDateTime before) {
        int _ =
                database.write(
                        c ->
                                Database.run(
                                        c,
                                        "delete from payments where at < ? and stage in"
                                                + " ('CAPTURED', 'NOT_TAKEN')",
                                        before));
    }
}
