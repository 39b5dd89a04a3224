package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.CatalogueTables;
import io.guidepost.backend.catalogue.OfferPublisher;
import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.backend.store.Database;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.money.Money;
import io.guidepost.contract.money.UnitPrice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends the sales of product feeds at their time, so that nobody needs to import again at
 * midnight. At both moments the feed's prices stand, also over one that head office has typed in
 * meanwhile. Thread-safe.
 */
public final class TimedSales {
    private final Database database;
    private final Clock clock;
    private final ZoneId zone;
    private final OfferPublisher publisher;

    /**
     * Switches prices by this clock.
     *
     * @param zone whose day a price change belongs to
     */
    public TimedSales(Database database, Clock clock, ZoneId zone, OfferPublisher publisher) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        this.publisher = publisher;
    }

    /** Keeps the sales of these lines in place of those of the feed before. */
    static void keep(Handle handle, List<OfferLine> lines, Instant now) {
        handle.createUpdate("delete from timed_sales where offer_id in (<ids>)")
                .bindList("ids", lines.stream().map(OfferLine::id).toList())
                .execute();
        PreparedBatch rows =
                handle.prepareBatch(
                        "insert into timed_sales (offer_id, from_at, until_at, running,"
                                + " usual_minor, usual_member, usual_unit, sale_minor, sale_member,"
                                + " sale_unit) values (:offer, :from, :until, :running,"
                                + " :usualMinor, :usualMember, :usualUnit, :saleMinor,"
                                + " :saleMember, :saleUnit)");
        for (OfferLine line : lines) {
            line.sale().ifPresent(sale -> add(rows, line.id(), sale, now));
        }
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    private static void add(PreparedBatch rows, OfferId offer, FeedLine.Sale sale, Instant now) {
        rows.bind("offer", offer)
                .bind("from", sale.from())
                .bind("until", sale.until())
                .bind("running", sale.runsAt(now));
        bind(rows, "usual", sale.usual());
        bind(rows, "sale", sale.during());
        rows.add();
    }

    private static void bind(PreparedBatch rows, String name, FeedLine.Cost cost) {
        rows.bind(name + "Minor", cost.prices().online().minor())
                .bind(name + "Member", cost.prices().member().map(Money::minor).orElse(null))
                .bind(
                        name + "Unit",
                        cost.unit().map(UnitPrice::price).map(Money::minor).orElse(null));
    }

    /** Begins and ends what is due; more often than needed does no harm. */
    public void switchPrices() {
        if (database.inTransaction(this::switchPrices)) {
            publisher.changed();
        }
    }

    private record Due(
            OfferId offer, boolean begins, Money online, @Nullable Long regular, Others others) {
        record Others(@Nullable Long member, @Nullable Long unit) {}

        static Due of(RowView row, Instant now) {
            boolean begins = row.getColumn("until_at", Instant.class).isAfter(now);
            String set = begins ? "sale_" : "usual_";
            return new Due(
                    row.getColumn("offer_id", OfferId.class),
                    begins,
                    Money.of(
                            row.getColumn(set + "minor", Long.class),
                            row.getColumn("currency", String.class)),
                    begins ? row.getColumn("usual_minor", Long.class) : null,
                    new Others(
                            row.getColumn(set + "member", Long.class),
                            row.getColumn(set + "unit", Long.class)));
        }
    }

    private boolean switchPrices(Handle handle) {
        Instant now = clock.instant();
        List<Due> due =
                handle.createQuery(
                                "select s.*, o.currency from timed_sales s join offers o on o.id ="
                                        + " s.offer_id where (running and until_at <= :now) or (not"
                                        + " running and from_at <= :now)")
                        .bind("now", now)
                        .map(row -> Due.of(row, now))
                        .list();
        if (due.isEmpty()) {
            return false;
        }
        long version = CatalogueTables.nextVersion(handle);
        PreparedBatch offers =
                handle.prepareBatch(
                        "update offers set online_minor = :online, regular_minor = :regular,"
                                + " member_minor = :member, unit_minor = :unit, version = :version"
                                + " where id = :offer");
        Map<OfferId, Money> prices = new HashMap<>();
        for (Due d : due) {
            offers.bind("offer", d.offer())
                    .bind("online", d.online().minor())
                    .bind("regular", d.regular())
                    .bind("member", d.others().member())
                    .bind("unit", d.others().unit())
                    .bind("version", version)
                    .add();
            prices.put(d.offer(), d.online());
        }
        offers.execute();
        PricePoints.remember(handle, LocalDate.ofInstant(now, zone), prices);
        settle(handle, due);
        return true;
    }

    private static void settle(Handle handle, List<Due> due) {
        PreparedBatch begun =
                handle.prepareBatch("update timed_sales set running = true where offer_id = :o");
        PreparedBatch over = handle.prepareBatch("delete from timed_sales where offer_id = :o");
        due.forEach(d -> (d.begins() ? begun : over).bind("o", d.offer()).add());
        for (PreparedBatch rows : List.of(begun, over)) {
            if (rows.size() > 0) {
                rows.execute();
            }
        }
    }
}
