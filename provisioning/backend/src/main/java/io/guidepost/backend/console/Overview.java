package io.guidepost.backend.console;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The day in a few numbers. */
final class Overview {
    private final Database database;
    private final Clock clock;

    Overview(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Numbers of today, in the store's time zone.
     *
     * @param takings captured money, one sum for each currency
     * @param unsure payments of any day whose outcome is still unknown or whose refund is due
     * @param refusedMoney messages of any day that tell of money or stock and could not be taken
     * @param refusedMessages other messages of today that could not be taken
     */
    record View(
            int kiosks,
            int online,
            int sales,
            List<Money> takings,
            int sessions,
            int looks,
            int unsure,
            int refusedMoney,
            int refusedMessages,
            long catalogueVersion,
            int offers,
            String zone) {}

    View today() {
        Instant midnight =
                LocalDate.ofInstant(clock.instant(), clock.getZone())
                        .atStartOfDay(clock.getZone())
                        .toInstant();
        return database.inTransaction(
                h ->
                        new View(
                                count(h, "kiosks where not revoked"),
                                count(h, "kiosks where online and not revoked"),
                                countSince(h, "bookings where booked_at >= :since", midnight),
                                takings(h, midnight),
                                countSince(
                                        h,
                                        "inbox where type = 'session-started' and received_at >="
                                                + " :since",
                                        midnight),
                                countSince(
                                        h,
                                        "inbox where type = 'offer-viewed' and received_at >="
                                                + " :since",
                                        midnight),
                                count(h, "payments where state in ('UNKNOWN', 'REFUND_DUE')"),
                                count(h, "refused_messages where money"),
                                countSince(
                                        h,
                                        "refused_messages where received_at >= :since and not"
                                                + " money",
                                        midnight),
                                h.createQuery("select version from catalogue_version")
                                        .mapTo(Long.class)
                                        .one(),
                                count(h, "offers where active"),
                                clock.getZone().getId()));
    }

    private static List<Money> takings(Handle handle, Instant since) {
        return handle.createQuery(
                        "select currency, cast(sum(amount_minor) as bigint) as total from bookings"
                                + " where booked_at >= :since group by currency order by currency")
                .bind("since", since)
                .map(
                        r ->
                                Money.of(
                                        r.getColumn("total", Long.class),
                                        r.getColumn("currency", String.class)))
                .list();
    }

    private static int count(Handle handle, String what) {
        return handle.createQuery("select count(*) from " + what).mapTo(Integer.class).one();
    }

    private static int countSince(Handle handle, String what, Instant since) {
        return handle.createQuery("select count(*) from " + what)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }
}
