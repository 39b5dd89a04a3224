package io.guidepost.backend.console;

import io.guidepost.backend.catalogue.CatalogueStore;
import io.guidepost.backend.catalogue.OfferPublisher;
import io.guidepost.backend.store.Database;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Changes an offer's online price: history, unit price and every kiosk follow. */
final class OfferPrices {
    /** Highest price in major units; a slip of the keyboard should not reach the shops. */
    static final long HIGHEST = 1_000_000;

    private final Database database;
    private final CatalogueStore catalogue;
    private final OfferPublisher publisher;
    private final Clock clock;

    OfferPrices(
            Database database, CatalogueStore catalogue, OfferPublisher publisher, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What became of a change. */
    sealed interface Change {
        /** It stands and is on its way to the kiosks. */
        record Changed() implements Change {}

        /** Somebody else has changed it since it was looked at. */
        record Overtaken(Money now) implements Change {}

        /** No such offer. */
        record NoOffer() implements Change {}
    }

    /**
     * Changes the price.
     *
     * @param price decimal in the offer's currency
     * @param was the price in minor units that the person changing it saw
     * @throws BadInput when the price is not one
     */
    Change change(OfferId id, String price, long was) {
        Change change = database.inDurableTransaction(h -> change(h, id, price, was));
        if (change instanceof Change.Changed) {
            publisher.changed();
        }
        return change;
    }

    private Change change(Handle handle, OfferId id, String price, long was) {
        Optional<Current> found =
                handle.createQuery(
                                "select currency, online_minor, unit_minor from offers where id ="
                                        + " :id and active for update")
                        .bind("id", id)
                        .map(Current::of)
                        .findOne();
        if (found.isEmpty()) {
            return new Change.NoOffer();
        }
        Current current = found.get();
        Money next = parse(price, current.online.currency().getCurrencyCode());
        if (current.online.minor() != was) {
            return new Change.Overtaken(current.online);
        }
        handle.createUpdate(
                        "update offers set online_minor = :online, unit_minor = :unit where id ="
                                + " :id")
                .bind("online", next.minor())
                .bind("unit", current.unitAt(next).orElse(null))
                .bind("id", id)
                .execute();
        remember(handle, id, next);
        catalogue.touch(handle, List.of(id));
        return new Change.Changed();
    }

    /** One point a day: the last price of the day is the day's price. */
    private void remember(Handle handle, OfferId id, Money price) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        String set =
                "update price_points set online_minor = :online, currency = :currency where"
                        + " offer_id = :id and from_day = :day";
        String insert =
                "insert into price_points (offer_id, from_day, currency, online_minor) values (:id,"
                        + " :day, :currency, :online)";
        for (String sql : List.of(set, insert)) {
            int rows =
                    handle.createUpdate(sql)
                            .bind("id", id)
                            .bind("day", today)
                            .bind("currency", price.currency().getCurrencyCode())
                            .bind("online", price.minor())
                            .execute();
            if (rows > 0) {
                return;
            }
        }
    }

    private static Money parse(String price, String currency) {
        String limit =
                "needs an amount from "
                        + Money.of(1, currency)
                        + " to "
                        + Money.parse(Long.toString(HIGHEST), currency)
                        + ", such as "
                        + Money.of(1999, currency).toDecimal().toPlainString();
        Money money;
        try {
            money = Money.parse(price, currency);
        } catch (IllegalArgumentException e) {
            throw new BadInput("price", limit);
        }
        if (!money.isPositive()
                || money.compareTo(Money.parse(Long.toString(HIGHEST), currency)) > 0) {
            throw new BadInput("price", limit);
        }
        return money;
    }

    private record Current(Money online, Optional<Long> unit) {
        static Current of(RowView row) {
            return new Current(
                    Money.of(
                            row.getColumn("online_minor", Long.class),
                            row.getColumn("currency", String.class)),
                    Optional.ofNullable(row.getColumn("unit_minor", Long.class)));
        }

        /** The content stays the same, so the unit price moves in proportion. */
        Optional<Long> unitAt(Money next) {
            return unit.filter(u -> online.isPositive())
                    .map(
                            u ->
                                    BigDecimal.valueOf(u)
                                            .multiply(BigDecimal.valueOf(next.minor()))
                                            .divide(
                                                    BigDecimal.valueOf(online.minor()),
                                                    0,
                                                    RoundingMode.HALF_UP)
                                            .longValueExact());
        }
    }
}
