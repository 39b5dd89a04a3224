package io.guidepost.kiosk.store;

import io.guidepost.contract.id.KioskId;
import io.guidepost.kiosk.catalogue.Replica;
import io.guidepost.kiosk.catalogue.ReplicaUpdates;
import io.guidepost.kiosk.payment.PaymentLedger;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.EventLog;
import io.guidepost.kiosk.platform.Outbox;
import io.guidepost.kiosk.voucher.PrintLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Everything the kiosk keeps on disk, as the features' ports. Thread-safe. */
public final class Store implements AutoCloseable {
    private static final Duration PAYMENTS_KEPT = Duration.ofDays(30);

    private final Database database;
    private final MoneyJournal journal;
    private final Ledger ledger;
    private final ReplicaStore replica;
    private final Clock clock;

    private Store(
            Database database,
            MoneyJournal journal,
            Ledger ledger,
            ReplicaStore replica,
            Clock clock) {
        this.database = database;
        this.journal = journal;
        this.ledger = ledger;
        this.replica = replica;
        this.clock = clock;
    }

    /**
     * Opens what is in this folder, or begins anew. A damaged database is set aside: the catalogue
     * comes back from the backend, payments and unsent events of money from the journal.
     *
     * @throws StoreException where another kiosk runs on the folder, or the disk cannot be written
     */
    public static Store open(Path folder, KioskId kiosk, Counters counters, Clock clock) {
        Database database = Database.open(folder);
        try {
            if (database.begunAnew()) {
                counters.count("store.begun-anew");
            }
            MoneyJournal journal = MoneyJournal.open(folder.resolve("money.journal"), counters);
            LedgerBook book = new LedgerBook(database, journal, counters);
            book.tidy(OffsetDateTime.now(clock).minus(PAYMENTS_KEPT));
            return new Store(
                    database, journal, new Ledger(book, kiosk), new ReplicaStore(database), clock);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public EventLog events() {
        return ledger;
    }

    public PaymentLedger payments() {
        return ledger;
    }

    public Outbox outbox() {
        return ledger;
    }

    public Replica replica() {
        return replica;
    }

    public ReplicaUpdates updates() {
        return replica;
    }

    public PrintLog prints() {
        return this::beginPrint;
    }

    private boolean beginPrint(UUID voucher) {
        return database.write(
                c ->
                        Database.run(
                                        c,
                                        "insert into prints (voucher, at) select ?, ? where not"
                                            + " exists (select 1 from prints where voucher = ?)",
                                        voucher,
                                        OffsetDateTime.now(clock),
                                        voucher)
                                == 0);
    }

    /** Writes what is left and closes the files. */
    @Override
    public void close() {
        ledger.close();
        database.close();
        journal.close();
    }
}
