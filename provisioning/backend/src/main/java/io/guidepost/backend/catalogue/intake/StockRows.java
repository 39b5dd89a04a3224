package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.backend.catalogue.feed.LineProblem;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Units on hand and shelf prices, as a feed tells them. */
final class StockRows implements Intake {
    private final Handle handle;
    private final Listener listener;
    private final Instant now;
    private final Batch<FeedLine.OfStock> batch = new Batch<>(this::flush);

    StockRows(Handle handle, Listener listener, Instant now) {
        this.handle = handle;
        this.listener = listener;
        this.now = now;
    }

    /** Which of these offers there are. */
    static Set<OfferId> known(Handle handle, Collection<OfferId> ids) {
        return new HashSet<>(
                handle.createQuery("select id from offers where id in (<ids>)")
                        .bindList("ids", List.copyOf(new HashSet<>(ids)))
                        .mapTo(OfferId.class)
                        .list());
    }

    /** Stock that a product feed knows; products that are new get a row in any case. */
    static void set(
            Handle handle,
            Listener listener,
            Instant now,
            List<OfferLine> lines,
            Set<OfferId> before) {
        Map<OfferId, Integer> wanted = new HashMap<>();
        for (OfferLine line : lines) {
            boolean goods = line.row().kind().equals("PRODUCT");
            if (goods && line.units().isPresent()) {
                wanted.put(line.id(), line.units().get());
            } else if (goods && !before.contains(line.id())) {
                wanted.put(line.id(), 0);
            }
        }
        StockRows rows = new StockRows(handle, listener, now);
        if (!wanted.isEmpty()) {
            rows.write(wanted, rows.units(wanted.keySet()));
        }
    }

    @Override
    public void take(FeedLine line) {
        if (line instanceof FeedLine.OfStock stock) {
            batch.add(stock);
        }
    }

    @Override
    public void end() {
        batch.end();
    }

    private void flush(List<FeedLine.OfStock> lines) {
        Map<OfferId, Integer> wanted = new HashMap<>();
        Map<OfferId, Optional<Long>> shelf =
                shelfPrices(lines.stream().map(FeedLine.OfStock::offer).toList());
        PreparedBatch prices =
                handle.prepareBatch(
                        "update offers set in_store_minor = :price, version = 0 where id = :offer");
        for (FeedLine.OfStock line : lines) {
            Optional<Long> before = shelf.get(line.offer());
            if (before == null) {
                listener.problem(new LineProblem(line.line(), "id", "is not in the catalogue"));
                continue;
            }
            wanted.put(line.offer(), line.units());
            @Nullable Long price = line.inStore().map(Money::minor).orElse(null);
            if (!Objects.equals(before.orElse(null), price)) {
                prices.bind("offer", line.offer()).bind("price", price).add();
            }
        }
        if (prices.size() > 0) {
            prices.execute();
        }
        if (!wanted.isEmpty()) {
            write(wanted, units(wanted.keySet()));
        }
    }

    private Map<OfferId, Optional<Long>> shelfPrices(List<OfferId> offers) {
        Map<OfferId, Optional<Long>> prices = new HashMap<>();
        handle.createQuery(
                        "select id, in_store_minor from offers where kind = 'PRODUCT' and id in"
                                + " (<ids>)")
                .bindList("ids", offers)
                .map(
                        row ->
                                Map.entry(
                                        row.getColumn("id", OfferId.class),
                                        Optional.ofNullable(
                                                row.getColumn("in_store_minor", Long.class))))
                .forEach(e -> prices.put(e.getKey(), e.getValue()));
        return prices;
    }

    private Map<OfferId, Integer> units(Set<OfferId> offers) {
        Map<OfferId, Integer> units = new HashMap<>();
        handle.createQuery("select offer_id, units from stock where offer_id in (<ids>) for update")
                .bindList("ids", List.copyOf(offers))
                .map(
                        row ->
                                Map.entry(
                                        row.getColumn("offer_id", OfferId.class),
                                        row.getColumn("units", Integer.class)))
                .forEach(e -> units.put(e.getKey(), e.getValue()));
        return units;
    }

    private void write(Map<OfferId, Integer> wanted, Map<OfferId, Integer> before) {
        PreparedBatch insert =
                handle.prepareBatch("insert into stock (offer_id, units) values (:offer, :units)");
        PreparedBatch update =
                handle.prepareBatch("update stock set units = :units where offer_id = :offer");
        PreparedBatch moves =
                handle.prepareBatch(
                        "insert into stock_moves (id, offer_id, units, cause, moved_at) values"
                                + " (:id, :offer, :units, 'IMPORT', :now)");
        PreparedBatch touched =
                handle.prepareBatch("update offers set version = 0 where id = :offer");
        wanted.forEach(
                (offer, units) -> {
                    Integer had = before.get(offer);
                    if (had == null) {
                        insert.bind("offer", offer).bind("units", units).add();
                    } else if (!had.equals(units)) {
                        update.bind("offer", offer).bind("units", units).add();
                    }
                    int difference = units - (had == null ? 0 : had);
                    if (difference != 0) {
                        moves.bind("id", Ids.newId())
                                .bind("offer", offer)
                                .bind("units", difference)
                                .bind("now", now)
                                .add();
                        touched.bind("offer", offer).add();
                        if (had != null) {
                            listener.changed();
                        }
                    }
                });
        for (PreparedBatch rows : List.of(insert, update, moves, touched)) {
            if (rows.size() > 0) {
                rows.execute();
            }
        }
    }
}
