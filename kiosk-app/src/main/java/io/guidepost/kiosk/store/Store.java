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

/** Everything the kiosk keeps on disk, as the features' ports. Thread-safe. */
public final class Store implements AutoCloseable {
    /** Some weeks of a busy kiosk without its backend, some 40 MB. */
    private static final int MOST_OTHERS = 50_000;

    private static final long REWRITE_FROM = 4L << 20;

    private final Database database;
    private final Ledger ledger;
    private final ReplicaStore replica;

    private Store(Database database, Ledger ledger, ReplicaStore replica) {
        this.database = database;
        this.ledger = ledger;
        this.replica = replica;
    }

    /**
     * Opens what is in this folder, or begins anew. A damaged database is set aside, for the
     * catalogue in it comes back from the backend; payments and events are not in it.
     *
     * @throws StoreException where another kiosk runs on the folder, or the disk cannot be written
     */
    public static Store open(Path folder, KioskId kiosk, Counters counters, Clock clock) {
        Database database = Database.open(folder);
        try {
            if (database.begunAnew()) {
                counters.count("store.begun-anew");
            }
            LedgerBook book =
                    new LedgerBook(
                            folder.resolve("ledger.journal"), MOST_OTHERS, REWRITE_FROM, counters);
            return new Store(database, new Ledger(book, kiosk, clock), new ReplicaStore(database));
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
        return ledger;
    }

    /** Writes what is left and closes the files. */
    @Override
    public void close() {
        ledger.close();
        database.close();
    }
}
