package io.guidepost.kiosk.store;

import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.kiosk.payment.PaymentIntent;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.Outbox;
import io.guidepost.kiosk.store.Ledger.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger's journal, and in memory what of it still counts: payments as they stand, vouchers
 * that were printed, and where in the file each event lies that waits to be sent. What does not
 * count any more leaves when the file is rewritten. Thread-safe.
 */
final class LedgerBook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerBook.class);

    /** Ended payments and prints that are remembered for staff who help a customer. */
    private static final int KEPT = 500;

    private final Journal journal;
    private final Counters counters;
    private final int mostOthers;
    private final long rewriteFrom;
    private final Map<UUID, PaymentIntent> payments = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> prints = new LinkedHashMap<>();
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    private final Map<UUID, Long> seqs = new HashMap<>();
    private final Set<UUID> rotten = new HashSet<>();
    private long lastSeq;
    private int others;
    private long rewriteAt;

    /** An event that waits, and where its record begins. */
    private record Waiting(UUID id, long position, boolean money) {}

    /**
     * Opens the file or begins one.
     *
     * @param mostOthers how many events that are not of money may wait; then the oldest go
     * @param rewriteFrom bytes; a shorter file is not worth making shorter
     */
    LedgerBook(Path file, int mostOthers, long rewriteFrom, Counters counters) {
        this.journal = new Journal(file);
        this.mostOthers = mostOthers;
        this.rewriteFrom = rewriteFrom;
        this.rewriteAt = rewriteFrom;
        this.counters = counters;
        try {
            Journal.Found found = journal.open(this::replay);
            if (found.torn() > 0) {
                LOG.warn("ledger: an unfinished last record of {} bytes was cut off", found.torn());
                counters.count("store.journal.torn");
            }
            if (found.damaged() > 0) {
                LOG.error("ledger: {} bytes are damaged; kept beside it", found.damaged());
                counters.count("store.journal.damaged");
            }
            if (found.damaged() > 0 || journal.length() > rewriteFrom) {
                rewrite();
            }
        } catch (IOException e) {
            throw new StoreException("store: cannot open " + file, e);
        }
    }

    private void replay(long position, byte[] payload) {
        try {
            apply(Json.read(payload, LedgerRecord.class), position);
        } catch (BadJson e) {
            LOG.error("ledger: a record cannot be read: {}", e.getMessage());
            counters.count("store.journal.damaged");
        }
    }

    private void apply(LedgerRecord entry, long position) {
        switch (entry) {
            case LedgerRecord.Noted(var intent, var event, boolean money) -> {
                intent.ifPresent(i -> payments.merge(i.paymentId(), i, LedgerBook::further));
                event.ifPresent(e -> await(new Waiting(e.id(), position, money)));
            }
            case LedgerRecord.Printed(UUID voucher, Instant at) -> prints.put(voucher, at);
            case LedgerRecord.Gone(List<UUID> events) -> events.forEach(this::forget);
        }
    }

    private static PaymentIntent further(PaymentIntent a, PaymentIntent b) {
        return a.stage().compareTo(b.stage()) > 0 ? a : b;
    }

    private void await(Waiting event) {
        lastSeq++;
        waiting.put(lastSeq, event);
        seqs.put(event.id(), lastSeq);
        others += event.money() ? 0 : 1;
    }

    private void forget(UUID id) {
        Long seq = seqs.remove(id);
        Waiting gone = seq == null ? null : waiting.remove(seq);
        others -= gone == null || gone.money() ? 0 : 1;
    }

    Collection<PaymentIntent> payments() {
        return payments.values();
    }

    Optional<PaymentIntent> payment(UUID id) {
        return Optional.ofNullable(payments.get(id));
    }

    synchronized int size() {
        return waiting.size();
    }

    synchronized List<Outbox.Row> after(long seq, int limit) {
        List<Outbox.Row> rows = new ArrayList<>();
        List<Waiting> unreadable = new ArrayList<>();
        for (Map.Entry<Long, Waiting> entry : waiting.tailMap(seq, false).entrySet()) {
            if (rows.size() == limit) {
                break;
            }
            if (rotten.contains(entry.getValue().id())) {
                continue;
            }
            readBack(entry.getValue())
                    .ifPresentOrElse(
                            event -> rows.add(new Outbox.Row(entry.getKey(), event)),
                            () -> unreadable.add(entry.getValue()));
        }
        // Money stays where it is: the next opening may read it, or keeps the damaged file.
        for (Waiting event : unreadable) {
            if (event.money()) {
                rotten.add(event.id());
            } else {
                forget(event.id());
            }
        }
        return rows;
    }

    /** The event from the file; empty, and counted, where it cannot be read any more. */
    private Optional<Envelope> readBack(Waiting event) {
        try {
            return Optional.of(read(event));
        } catch (IOException | BadJson e) {
            LOG.error("ledger: an event that waits cannot be read back", e);
            counters.count("store.journal.damaged");
            return Optional.empty();
        }
    }

    private Envelope read(Waiting event) throws IOException {
        if (Json.read(journal.read(event.position()), LedgerRecord.class)
                instanceof LedgerRecord.Noted noted) {
            return noted.event().orElseThrow(() -> new IOException("a record without its event"));
        }
        throw new IOException("another kind of record than was written");
    }

    /** Writes a batch with at most one sync, and tells each job how it ended. */
    synchronized void write(List<Job> batch) {
        List<Job> wanted = new ArrayList<>(batch.size());
        for (Job job : batch) {
            if (job.done.isDone()) {
                continue; // Nobody waits for it any more.
            }
            if (job.entry instanceof LedgerRecord.Printed printed
                    && (prints.containsKey(printed.voucher()) || among(wanted, printed))) {
                job.done.complete(false);
            } else {
                wanted.add(job);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        try {
            long[] positions =
                    journal.append(
                            wanted.stream().map(job -> job.payload).toList(),
                            wanted.stream().anyMatch(job -> job.entry.durable()));
            for (int i = 0; i < positions.length; i++) {
                apply(wanted.get(i).entry, positions[i]);
                wanted.get(i).done.complete(true);
            }
        } catch (IOException e) {
            LOG.error("ledger: could not be written", e);
            counters.count("store.journal.failed");
            wanted.forEach(job -> job.done.completeExceptionally(e));
            return;
        }
        tidy();
    }

    private static boolean among(List<Job> jobs, LedgerRecord.Printed printed) {
        return jobs.stream()
                .anyMatch(
                        job ->
                                job.entry instanceof LedgerRecord.Printed other
                                        && other.voucher().equals(printed.voucher()));
    }

    private void tidy() {
        try {
            dropOldest();
            if (journal.length() > rewriteAt) {
                rewrite();
            }
        } catch (IOException | StoreException e) {
            // Everything is in the file as it was; only its length is not.
            LOG.error("ledger: could not be tidied", e);
            counters.count("store.journal.failed");
            rewriteAt = journal.length() + rewriteFrom;
        }
    }

    /** Money is never dropped; of the others the oldest go first, some at a time. */
    private void dropOldest() throws IOException {
        if (others <= mostOthers) {
            return;
        }
        List<UUID> oldest =
                waiting.values().stream()
                        .filter(event -> !event.money())
                        .limit(others - mostOthers + mostOthers / 100L)
                        .map(Waiting::id)
                        .toList();
        LOG.warn("outbox full: the {} oldest events that are not of money go", oldest.size());
        counters.add("store.outbox.dropped", oldest.size());
        LedgerRecord gone = new LedgerRecord.Gone(oldest);
        apply(gone, journal.append(List.of(Json.write(gone)), false)[0]);
    }

    private void rewrite() throws IOException {
        forgetOld();
        List<Map.Entry<Long, Waiting>> events = new ArrayList<>(waiting.entrySet());
        Stream<LedgerRecord> rest =
                Stream.concat(
                        payments.values().stream()
                                .map(
                                        i ->
                                                new LedgerRecord.Noted(
                                                        Optional.of(i), Optional.empty(), true)),
                        prints.entrySet().stream()
                                .map(p -> new LedgerRecord.Printed(p.getKey(), p.getValue())));
        List<Map.Entry<Long, Waiting>> readable = new ArrayList<>();
        Iterator<byte[]> payloads =
                Stream.concat(events.stream().flatMap(e -> eventAlone(e, readable)), rest)
                        .map(Json::write)
                        .iterator();
        long[] positions = journal.replaceWith(payloads);
        for (int i = 0; i < readable.size(); i++) {
            Waiting event = readable.get(i).getValue();
            waiting.put(
                    readable.get(i).getKey(), new Waiting(event.id(), positions[i], event.money()));
        }
        rewriteAt = Math.max(rewriteFrom, 2 * journal.length());
    }

    /** Without the payment's stage of that time: how it stands now is written once. */
    private Stream<LedgerRecord> eventAlone(
            Map.Entry<Long, Waiting> entry, List<Map.Entry<Long, Waiting>> readable) {
        Waiting waits = entry.getValue();
        Optional<Envelope> event = readBack(waits);
        if (event.isPresent()) {
            readable.add(entry);
        } else if (waits.money()) {
            throw new StoreException("store: money cannot be read back, nothing is removed");
        } else {
            forget(waits.id());
        }
        return event.stream()
                .map(e -> new LedgerRecord.Noted(Optional.empty(), Optional.of(e), waits.money()));
    }

    private void forgetOld() {
        List<PaymentIntent> ended =
                payments.values().stream()
                        .filter(i -> !i.unresolved())
                        .sorted(Comparator.comparing(PaymentIntent::at))
                        .toList();
        ended.stream()
                .limit(Math.max(0, ended.size() - KEPT))
                .forEach(i -> payments.remove(i.paymentId()));
        List<UUID> printed = List.copyOf(prints.keySet());
        printed.stream().limit(Math.max(0, printed.size() - KEPT)).forEach(prints::remove);
    }

    @Override
    public synchronized void close() {
        try {
            journal.close();
        } catch (IOException e) {
            LOG.warn("ledger: could not be closed", e);
        }
    }
}
