package io.guidepost.kiosk.store;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.catalogue.CatalogueLine;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.catalogue.PriceHistory;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.ReviewDigest;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.json.Json;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.catalogue.CatalogueChange;
import io.guidepost.kiosk.catalogue.Replica;
import io.guidepost.kiosk.catalogue.ReplicaUpdates;
import io.guidepost.kiosk.platform.Listeners;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The copy of the catalogue in the database. Each thing is kept whole as JSON beside the columns it
 * is found by.
 */
final class ReplicaStore implements Replica, ReplicaUpdates {
    private static final String VERSION = "catalogue-version";
    private static final String CONFIRMED = "catalogue-confirmed";

    private final Database database;
    private final Listeners<CatalogueChange> changes = new Listeners<>();
    private final Map<MerchantId, Optional<Merchant>> merchants = new ConcurrentHashMap<>();
    private volatile long version;

    ReplicaStore(Database database) {
        this.database = database;
        this.version = fact(VERSION).map(Long::parseLong).orElse(0L);
    }

    private Optional<String> fact(String name) {
        return first("select text from facts where name = ?", name);
    }

    private Optional<String> first(String sql, Object parameter) {
        return database.read(
                c ->
                        Database.list(c, sql, row -> row.getString(1), parameter).stream()
                                .findFirst());
    }

    private static void setFact(Connection c, String name, String text) throws SQLException {
        int _ =
                Database.run(
                        c, "merge into facts (name, text) key (name) values (?, ?)", name, text);
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Optional<Offer> offer(OfferId id) {
        return first("select json from offers where id = ?", id.value())
                .map(json -> Json.read(json, Offer.class));
    }

    private List<Offer> offers(String sql, Object... parameters) {
        return database.read(
                c ->
                        Database.list(
                                c,
                                sql,
                                row -> Json.read(row.getString(1), Offer.class),
                                parameters));
    }

    @Override
    public List<Offer> byGtin(Gtin gtin) {
        return offers("select json from offers where gtin = ?", gtin.value());
    }

    @Override
    public List<Offer> inCategory(String category, int skip, int limit) {
        return offers(
                "select json from offers where category = ? order by category, title, id offset ?"
                        + " rows fetch next ? rows only",
                category,
                skip,
                limit);
    }

    @Override
    public Map<String, Integer> categories() {
        return database.read(
                c -> {
                    Map<String, Integer> all = new LinkedHashMap<>();
                    for (var entry :
                            Database.list(
                                    c,
                                    "select category, count(*), max(kind) from offers group by"
                                            + " category order by max(kind) desc, category",
                                    row -> Map.entry(row.getString(1), row.getInt(2)))) {
                        all.put(entry.getKey(), entry.getValue());
                    }
                    return all;
                });
    }

    @Override
    public List<Offer> claimedDiscounts(int limit) {
        return offers("select json from offers where claims order by id limit ?", limit);
    }

    @Override
    public Optional<Merchant> merchant(MerchantId id) {
        return merchants.computeIfAbsent(
                id,
                _ ->
                        first("select json from merchants where id = ?", id.value())
                                .map(json -> Json.read(json, Merchant.class)));
    }

    @Override
    public List<PricePoint> history(OfferId id) {
        return first("select json from histories where offer = ?", id.value())
                .map(json -> Json.read(json, PriceHistory.class).points())
                .orElse(List.of());
    }

    @Override
    public Optional<ReviewDigest> reviews(OfferId id) {
        return first("select json from reviews where offer = ?", id.value())
                .map(json -> Json.read(json, ReviewDigest.class));
    }

    @Override
    public List<Campaign> campaigns() {
        return database.read(
                c ->
                        Database.list(
                                c,
                                "select json from campaigns",
                                row -> Json.read(row.getString(1), Campaign.class)));
    }

    @Override
    public Subscription onChange(Consumer<CatalogueChange> listener) {
        return changes.add(listener);
    }

    @Override
    public void apply(OffersDocument document) {
        List<Offer> newer = document.changed().stream().filter(o -> o.version() > version).toList();
        Set<OfferId> ids = newer.stream().map(Offer::id).collect(Collectors.toUnmodifiableSet());
        boolean campaignsChanged =
                !Set.copyOf(document.campaigns()).equals(Set.copyOf(campaigns()));
        database.write(
                c -> {
                    for (Offer offer : newer) {
                        putOffer(c, offer);
                    }
                    for (PriceHistory history : document.history()) {
                        putHistory(c, merged(c, history));
                    }
                    int _ = Database.run(c, "delete from campaigns");
                    for (Campaign campaign : document.campaigns()) {
                        int _ =
                                Database.run(
                                        c,
                                        "merge into campaigns (id, json) key (id) values (?, ?)",
                                        campaign.id(),
                                        Json.writeText(campaign));
                    }
                    setFact(c, VERSION, Long.toString(document.version()));
                    return true;
                });
        version = document.version();
        changes.tell(new CatalogueChange(version, ids, false, campaignsChanged));
    }

    private static PriceHistory merged(Connection c, PriceHistory more) throws SQLException {
        TreeMap<LocalDate, PricePoint> points = new TreeMap<>();
        Database.list(
                        c,
                        "select json from histories where offer = ?",
                        row -> Json.read(row.getString(1), PriceHistory.class),
                        more.offer().value())
                .forEach(old -> old.points().forEach(p -> points.put(p.from(), p)));
        more.points().forEach(p -> points.put(p.from(), p));
        return new PriceHistory(more.offer(), List.copyOf(points.values()));
    }

    @Override
    public void replace(long newVersion, Iterator<CatalogueLine> lines) {
        database.write(
                c -> {
                    for (String table : List.of("merchants", "offers", "histories", "reviews")) {
                        int _ = Database.run(c, "delete from " + table);
                    }
                    while (lines.hasNext()) {
                        put(c, lines.next());
                    }
                    setFact(c, VERSION, Long.toString(newVersion));
                    return true;
                });
        merchants.clear();
        version = newVersion;
        changes.tell(new CatalogueChange(version, Set.of(), true, false));
    }

    private static void put(Connection c, CatalogueLine line) throws SQLException {
        switch (line) {
            case CatalogueLine.OfMerchant(var merchant) -> {
                int _ =
                        Database.run(
                                c,
                                "merge into merchants (id, json) key (id) values (?, ?)",
                                merchant.id().value(),
                                Json.writeText(merchant));
            }
            case CatalogueLine.OfOffer(var offer) -> putOffer(c, offer);
            case CatalogueLine.OfHistory(var history) -> putHistory(c, history);
            case CatalogueLine.OfReviews(var reviews) -> {
                int _ =
                        Database.run(
                                c,
                                "merge into reviews (offer, json) key (offer) values (?, ?)",
                                reviews.offer().value(),
                                Json.writeText(reviews));
            }
            case CatalogueLine.Head _, CatalogueLine.End _ ->
                    throw new IllegalArgumentException("snapshot: head or end in the middle");
        }
    }

    private static void putOffer(Connection c, Offer offer) throws SQLException {
        int _ =
                Database.run(
                        c,
                        "merge into offers (id, kind, category, title, gtin, claims, json) key (id)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        offer.id().value(),
                        offer.kind().name(),
                        offer.category(),
                        offer.title(),
                        offer.gtin().map(Gtin::value).orElse(null),
                        offer.prices().regular().isPresent(),
                        Json.writeText(offer));
    }

    private static void putHistory(Connection c, PriceHistory history) throws SQLException {
        int _ =
                Database.run(
                        c,
                        "merge into histories (offer, json) key (offer) values (?, ?)",
                        history.offer().value(),
                        Json.writeText(history));
    }

    @Override
    public void confirmed(Instant at) {
        database.write(
                c -> {
                    setFact(c, CONFIRMED, at.toString());
                    return true;
                });
    }

    @Override
    public Optional<Instant> confirmedAt() {
        return fact(CONFIRMED).map(Instant::parse);
    }
}
