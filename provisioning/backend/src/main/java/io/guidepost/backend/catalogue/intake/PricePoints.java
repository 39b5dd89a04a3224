package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.backend.catalogue.feed.LineProblem;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The history of prices: one point for each day on which the price changed. */
final class PricePoints implements Intake {
    private static final String INSERT =
            "insert into price_points (offer_id, from_day, currency, online_minor) values (:offer,"
                    + " :day, :currency, :online)";
    private static final String DELETE =
            "delete from price_points where offer_id = :offer and from_day = :day";

    private final Handle handle;
    private final Listener listener;
    private final Batch<FeedLine.OfPrice> batch = new Batch<>(this::flush);
    private final Set<OfferId> touched = new HashSet<>();

    PricePoints(Handle handle, Listener listener) {
        this.handle = handle;
        this.listener = listener;
    }

    /** Notes today's prices of offers whose price is new. */
    static void remember(Handle handle, LocalDate today, List<OfferLine> repriced) {
        if (repriced.isEmpty()) {
            return;
        }
        Map<OfferId, Money> prices = new HashMap<>();
        for (OfferLine line : repriced) {
            OfferLine.Row.Cost cost = line.row().cost();
            prices.put(line.id(), Money.of(cost.online(), cost.currency()));
        }
        remember(handle, today, prices);
    }

    /** Notes today's prices; the last one of a day is the day's. */
    static void remember(Handle handle, LocalDate today, Map<OfferId, Money> prices) {
        PreparedBatch off = handle.prepareBatch(DELETE);
        PreparedBatch on = handle.prepareBatch(INSERT);
        prices.forEach(
                (offer, price) -> {
                    off.bind("offer", offer).bind("day", today).add();
                    on.bind("offer", offer)
                            .bind("day", today)
                            .bind("currency", price.currency().getCurrencyCode())
                            .bind("online", price.minor())
                            .add();
                });
        off.execute();
        on.execute();
    }

    @Override
    public void take(FeedLine line) {
        if (line instanceof FeedLine.OfPrice price) {
            batch.add(price);
        }
    }

    private void flush(List<FeedLine.OfPrice> lines) {
        Set<OfferId> known =
                StockRows.known(handle, lines.stream().map(FeedLine.OfPrice::offer).toList());
        PreparedBatch off = handle.prepareBatch(DELETE);
        PreparedBatch on = handle.prepareBatch(INSERT);
        for (FeedLine.OfPrice line : lines) {
            if (!known.contains(line.offer())) {
                listener.problem(new LineProblem(line.line(), "id", "is not in the catalogue"));
                continue;
            }
            touched.add(line.offer());
            listener.changed();
            off.bind("offer", line.offer()).bind("day", line.point().from()).add();
            on.bind("offer", line.offer())
                    .bind("day", line.point().from())
                    .bind("currency", line.point().online().currency().getCurrencyCode())
                    .bind("online", line.point().online().minor())
                    .add();
        }
        if (on.size() > 0) {
            off.execute();
            on.execute();
        }
    }

    @Override
    public void end() {
        batch.end();
        touched.forEach(this::dropRepeated);
    }

    private record Point(LocalDate day, long minor) {}

    /** A point that repeats the price before it says nothing, and would hide when it began. */
    private void dropRepeated(OfferId offer) {
        List<Point> points =
                handle.createQuery(
                                "select from_day, online_minor from price_points where offer_id ="
                                        + " :offer order by from_day")
                        .bind("offer", offer)
                        .map(
                                row ->
                                        new Point(
                                                row.getColumn("from_day", LocalDate.class),
                                                row.getColumn("online_minor", Long.class)))
                        .list();
        List<LocalDate> repeated = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).minor() == points.get(i - 1).minor()) {
                repeated.add(points.get(i).day());
            }
        }
        for (LocalDate day : repeated) {
            handle.createUpdate(DELETE).bind("offer", offer).bind("day", day).execute();
        }
    }
}
