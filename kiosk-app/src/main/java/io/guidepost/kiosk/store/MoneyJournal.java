package io.guidepost.kiosk.store;

import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.kiosk.payment.PaymentIntent;
import io.guidepost.kiosk.platform.Counters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Payments and unsent events of money, kept a second time outside the database. What is not needed
 * any more leaves when the file is rewritten. Calls come one at a time from the {@link Ledger}'s
 * lock.
 */
final class MoneyJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MoneyJournal.class);
    private static final long REWRITE_FROM = 4L << 20;

    /** Captured payments that are remembered for staff who help a customer. */
    static final int PAYMENTS_KEPT = 200;

    private final Journal journal;
    private final Map<UUID, Envelope> unsent = new LinkedHashMap<>();
    private final Map<UUID, PaymentIntent> payments = new LinkedHashMap<>();
    private long rewriteAt = REWRITE_FROM;

    private MoneyJournal(Path file) {
        this.journal = new Journal(file);
    }

    static MoneyJournal open(Path file, Counters counters) {
        MoneyJournal money = new MoneyJournal(file);
        try {
            Journal.Contents contents = money.journal.open();
            if (contents.torn() > 0) {
                LOG.warn(
                        "money journal: an unfinished last record of {} bytes was cut off",
                        contents.torn());
                counters.count("store.journal.torn");
            }
            if (contents.damaged() > 0) {
                LOG.error(
                        "money journal: {} bytes are damaged; kept beside it", contents.damaged());
                counters.count("store.journal.damaged");
            }
            for (byte[] payload : contents.records()) {
                money.replay(payload, counters);
            }
            money.rewriteIfLong();
        } catch (IOException e) {
            throw new StoreException("store: cannot open the money journal " + file, e);
        }
        return money;
    }

    private void replay(byte[] payload, Counters counters) {
        try {
            remember(Json.read(payload, MoneyRecord.class));
        } catch (BadJson e) {
            LOG.error("money journal: a record cannot be read: {}", e.getMessage());
            counters.count("store.journal.damaged");
        }
    }

    private void remember(MoneyRecord entry) {
        switch (entry) {
            case MoneyRecord.Noted(var intent, var event) -> {
                intent.ifPresent(i -> payments.put(i.paymentId(), i));
                event.ifPresent(e -> unsent.put(e.id(), e));
            }
            case MoneyRecord.Acknowledged(var events) -> events.forEach(unsent::remove);
        }
    }

    /** Writes them down, all in one go; on the medium when it returns. */
    void note(List<MoneyRecord.Noted> entries) {
        try {
            journal.append(entries.stream().map(Json::write).toList());
        } catch (IOException e) {
            throw new StoreException("store: the money journal cannot be written", e);
        }
        entries.forEach(this::remember);
    }

    /** Lost in a power cut they are only sent once more, and the backend drops the second. */
    void acknowledged(Collection<UUID> events) {
        List<UUID> known = events.stream().filter(unsent::containsKey).toList();
        if (known.isEmpty()) {
            return;
        }
        MoneyRecord entry = new MoneyRecord.Acknowledged(known);
        try {
            journal.appendLazily(List.of(Json.write(entry)));
            remember(entry);
            rewriteIfLong();
        } catch (IOException e) {
            throw new StoreException("store: the money journal cannot be written", e);
        }
    }

    private void rewriteIfLong() throws IOException {
        if (journal.length() < rewriteAt) {
            return;
        }
        forgetOldPayments();
        List<byte[]> live = new ArrayList<>();
        Stream<MoneyRecord> intents =
                payments.values().stream()
                        .map(i -> new MoneyRecord.Noted(Optional.of(i), Optional.empty()));
        Stream<MoneyRecord> events =
                unsent.values().stream()
                        .map(e -> new MoneyRecord.Noted(Optional.empty(), Optional.of(e)));
        Stream.concat(intents, events).map(Json::write).forEach(live::add);
        journal.replaceWith(live);
        rewriteAt = Math.max(REWRITE_FROM, 2 * journal.length());
    }

    private void forgetOldPayments() {
        List<UUID> closed =
                payments.values().stream()
                        .filter(i -> !i.unresolved())
                        .map(PaymentIntent::paymentId)
                        .toList();
        closed.subList(0, Math.max(0, closed.size() - PAYMENTS_KEPT)).forEach(payments::remove);
    }

    List<Envelope> unsent() {
        return List.copyOf(unsent.values());
    }

    List<PaymentIntent> payments() {
        return List.copyOf(payments.values());
    }

    @Override
    public void close() {
        try {
            journal.close();
        } catch (IOException e) {
            LOG.warn("money journal: could not be closed", e);
        }
    }
}
