package io.guidepost.backend.catalogue;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.catalogue.Picture;
import io.guidepost.contract.catalogue.PriceHistory;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.SnapshotRef;
import io.guidepost.contract.id.GroupId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/** The catalogue in the database's tables, and its snapshots in a folder. Thread-safe. */
public final class CatalogueTables implements CatalogueStore {
    /** Most offers that a document carries; more go into a new snapshot. */
    static final int MAX_CHANGED = 100;

    /** How long a kiosk may apply a document after it was made. */
    static final Duration VALIDITY = Duration.ofDays(7);

    private final Database database;
    private final SnapshotWriter snapshots;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * Puts snapshots into a folder.
     *
     * @param snapshotFolder made when the first snapshot is written
     */
    public CatalogueTables(Database database, Path snapshotFolder, Clock clock) {
        this.database = database;
        this.snapshots = new SnapshotWriter(snapshotFolder);
        this.clock = clock;
    }

    @Override
    public Optional<Offer> offer(Handle transaction, OfferId id) {
        return transaction
                .createQuery(OfferRows.SELECT + "where o.id = :id and o.active")
                .bind("now", clock.instant())
                .bind("id", id)
                .map(row -> OfferRows.offer(transaction, row))
                .findOne();
    }

    @Override
    public Optional<Merchant> merchant(Handle transaction, MerchantId id) {
        return transaction
                .createQuery("select * from merchants where id = :id")
                .bind("id", id)
                .map(OfferRows::merchant)
                .findOne();
    }

    @Override
    public long touch(Handle transaction, Collection<OfferId> changed) {
        long version = nextVersion(transaction);
        for (OfferId id : changed) {
            transaction
                    .createUpdate("update offers set version = :version where id = :id")
                    .bind("version", version)
                    .bind("id", id)
                    .execute();
        }
        return version;
    }

    /** Raises the catalogue's version by one; others wait for the transaction's end. */
    public static long nextVersion(Handle transaction) {
        transaction.execute("update catalogue_version set version = version + 1");
        return version(transaction);
    }

    static long version(Handle transaction) {
        return transaction
                .createQuery("select version from catalogue_version")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Notes a change that only a snapshot can carry, such as new reviews: the next document refers
     * to a new one.
     */
    public static void needsSnapshot(Handle transaction) {
        transaction.execute("delete from snapshots");
    }

    /** Whether there is no offer yet. */
    public boolean isEmpty() {
        return database.inTransaction(
                        h ->
                                h.createQuery("select 1 from offers limit 1")
                                        .mapTo(Integer.class)
                                        .list())
                .isEmpty();
    }

    @Override
    public OffersDocument document(GroupId group) {
        writing.lock();
        try {
            Optional<OffersDocument> document = database.inTransaction(h -> since(h, group));
            if (document.isPresent()) {
                return document.get();
            }
            database.useTransaction(h -> snapshots.write(h, clock.instant()));
            return database.inTransaction(h -> since(h, group))
                    .orElseThrow(
                            () -> new IllegalStateException("the snapshot is gone, try again"));
        } finally {
            writing.unlock();
        }
    }

    /** Empty where a new snapshot is needed first. */
    private Optional<OffersDocument> since(Handle handle, GroupId group) {
        Instant now = clock.instant();
        Optional<SnapshotRef> newest = snapshots.newest(handle);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        SnapshotRef snapshot = newest.get();
        List<Offer> changed =
                handle.createQuery(
                                OfferRows.SELECT
                                        + "where o.version > :since order by o.version, o.id limit"
                                        + " :most")
                        .bind("now", now)
                        .bind("since", snapshot.version())
                        .bind("most", MAX_CHANGED + 1)
                        .map(row -> OfferRows.offer(handle, row))
                        .list();
        if (changed.size() > MAX_CHANGED) {
            return Optional.empty();
        }
        LocalDate recent = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(45);
        return Optional.of(
                new OffersDocument(
                        group,
                        version(handle),
                        snapshot.version(),
                        snapshot,
                        changed,
                        changed.stream().map(o -> history(handle, o.id(), recent)).toList(),
                        campaigns(handle, group, now),
                        now,
                        now.plus(VALIDITY)));
    }

    private static PriceHistory history(Handle handle, OfferId id, LocalDate from) {
        List<PricePoint> points =
                handle.createQuery(
                                "select * from price_points where offer_id = :id and from_day >="
                                        + " :from order by from_day")
                        .bind("id", id)
                        .bind("from", from)
                        .map(OfferRows::pricePoint)
                        .list();
        return new PriceHistory(id, points);
    }

    private static List<Campaign> campaigns(Handle handle, GroupId group, Instant now) {
        return handle.createQuery(
                        "select * from campaigns where group_id = :group and until_at > :now order"
                                + " by from_at, id")
                .bind("group", group)
                .bind("now", now)
                .map(
                        row ->
                                new Campaign(
                                        row.getColumn("id", String.class),
                                        row.getColumn("headline", String.class),
                                        row.getColumn("text", String.class),
                                        Optional.ofNullable(
                                                        row.getColumn("picture_path", String.class))
                                                .map(
                                                        path ->
                                                                new Picture(
                                                                        path,
                                                                        row.getColumn(
                                                                                "picture_sha256",
                                                                                String.class))),
                                        Optional.ofNullable(
                                                row.getColumn("offer_id", OfferId.class)),
                                        row.getColumn("from_at", Instant.class),
                                        row.getColumn("until_at", Instant.class)))
                .list();
    }
}
