package io.guidepost.kiosk.store;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.payment.PaymentIntent;
import io.guidepost.kiosk.payment.PaymentLedger;
import io.guidepost.kiosk.platform.EventLog;
import io.guidepost.kiosk.platform.Listeners;
import io.guidepost.kiosk.platform.Outbox;
import io.guidepost.kiosk.voucher.PrintLog;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events, payments and prints on disk. One thread writes whatever has come together meanwhile, with
 * one sync for all of it where money is among it. Callers wait until theirs is written.
 */
final class Ledger implements EventLog, PaymentLedger, PrintLog, Outbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final int QUEUE = 10_000;
    private static final int BATCH = 500;
    private static final long WAIT_SECONDS = 20;

    private final LedgerBook book;
    private final KioskId kiosk;
    private final Clock clock;
    private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(QUEUE);
    private final Listeners<Boolean> news = new Listeners<>();
    private final Object paymentOrder = new Object();
    private final Thread writer;
    private volatile boolean closed;

    /** What the writing thread does next. */
    static final class Job {
        final LedgerRecord entry;

        /** The entry as it is written. */
        final byte[] payload;

        /** Becomes false where the entry was there already. */
        final CompletableFuture<Boolean> done = new CompletableFuture<>();

        private Job(LedgerRecord entry) {
            this.entry = entry;
            this.payload = Json.write(entry);
            if (payload.length > Journal.LONGEST_PAYLOAD) {
                throw new StoreException(
                        "store: a record has "
                                + payload.length
                                + " bytes, at most "
                                + Journal.LONGEST_PAYLOAD
                                + " can be written");
            }
        }
    }

    Ledger(LedgerBook book, KioskId kiosk, Clock clock) {
        this.book = book;
        this.kiosk = kiosk;
        this.clock = clock;
        // A thread of its own that nobody interrupts: an interrupt would close the file under it.
        this.writer = Thread.ofPlatform().name("ledger").daemon().start(this::write);
    }

    @Override
    public void record(KioskEvent event) {
        note(Optional.empty(), Optional.of(event), event.isMoney());
    }

    @Override
    public void open(PaymentIntent intent) {
        note(Optional.of(intent), Optional.empty(), true);
    }

    @Override
    public void advance(PaymentIntent intent, KioskEvent event) {
        synchronized (paymentOrder) {
            Optional<PaymentIntent> before = find(intent.paymentId());
            if (before.isPresent()
                    && (!before.get().unresolved() || before.get().stage() == intent.stage())) {
                return;
            }
            note(Optional.of(intent), Optional.of(event), true);
        }
    }

    @Override
    public boolean beginPrint(UUID voucher) {
        return !write(new LedgerRecord.Printed(voucher, clock.instant()));
    }

    private void note(Optional<PaymentIntent> intent, Optional<KioskEvent> event, boolean money) {
        boolean _ = write(new LedgerRecord.Noted(intent, event.map(this::envelope), money));
    }

    private Envelope envelope(KioskEvent event) {
        return new Envelope(
                Ids.newId(),
                kiosk,
                Envelope.TYPE_PREFIX + event.type(),
                event.at(),
                Json.writeText(event));
    }

    private boolean write(LedgerRecord entry) {
        Job job = new Job(entry);
        try {
            if (closed || !jobs.offer(job, WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new StoreException("store: takes nothing now");
            }
            // What nobody waits for any more is not written later either: the caller tries again.
            return job.done.orTimeout(WAIT_SECONDS, TimeUnit.SECONDS).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("store: interrupted while writing", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StoreException(
                    cause instanceof TimeoutException
                            ? "store: not written within " + WAIT_SECONDS + " s"
                            : "store: not written",
                    cause);
        }
    }

    @Override
    public List<PaymentIntent> unresolved() {
        return book.payments().stream().filter(PaymentIntent::unresolved).toList();
    }

    @Override
    public Optional<PaymentIntent> find(UUID paymentId) {
        return book.payment(paymentId);
    }

    @Override
    public List<PaymentIntent> captured(int limit) {
        return book.payments().stream()
                .filter(i -> i.stage() == PaymentIntent.Stage.CAPTURED)
                .sorted(Comparator.comparing(PaymentIntent::at).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Row> after(long seq, int limit) {
        return book.after(seq, limit);
    }

    @Override
    public void acknowledged(Collection<UUID> ids) {
        List<UUID> all = List.copyOf(ids);
        for (int i = 0; i < all.size(); i += BATCH) {
            boolean _ =
                    write(new LedgerRecord.Gone(all.subList(i, Math.min(i + BATCH, all.size()))));
        }
    }

    @Override
    public int size() {
        return book.size();
    }

    @Override
    public Subscription onNew(Runnable listener) {
        return news.add(_ -> listener.run());
    }

    private void write() {
        List<Job> batch = new ArrayList<>(BATCH);
        while (!closed || !jobs.isEmpty()) {
            batch.clear();
            try {
                Job first = jobs.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                jobs.drainTo(batch, BATCH - 1);
                book.write(batch);
            } catch (InterruptedException e) {
                LOG.warn("nobody should interrupt the ledger", e);
            } catch (RuntimeException | Error e) {
                LOG.error("the ledger could not write", e);
                batch.forEach(job -> job.done.completeExceptionally(e));
            }
            if (!batch.isEmpty()) {
                news.tell(true);
            }
        }
    }

    /** Writes what has come and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!writer.join(Duration.ofSeconds(5))) {
                LOG.warn("the ledger did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        book.close();
    }
}
