package io.guidepost.backend.console;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.catalogue.HonestDiscount;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.money.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Offers as head office looks for them: price, stock, and what may honestly be claimed. */
final class Offers {
    /** Offers in one answer. */
    static final int PAGE = 50;

    private static final String FROM_WHERE =
            """
            from offers o join merchants m on m.id = o.merchant_id
            where o.active and (lower(o.title) like :like escape '!' or lower(o.id) like :like escape '!'
                or lower(coalesce(o.brand, '')) like :like escape '!' or o.gtin like :like escape '!'
                or lower(m.name) like :like escape '!' or lower(o.category) like :like escape '!')
            """;

    private static final String COLUMNS =
            """
            select o.*, m.name as merchant_name, m.city,
                (select p.path from offer_pictures p where p.offer_id = o.id
                    order by p.position limit 1) as picture,
                (select s.units from stock s where s.offer_id = o.id) as units,
                (select coalesce(sum(h.quantity), 0) from holds h where h.offer_id = o.id
                    and h.state = 'HELD' and h.expires_at > :now) as held
            """;

    private final Database database;
    private final Clock clock;

    Offers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One offer.
     *
     * @param stock units that can be reserved now; services have none
     * @param lowest the lowest price of the 30 days before today's price began where it is a
     *     reduction, else of the last 30 days
     * @param discountPercent what may be claimed today; empty where no claim holds
     * @param history price points of at most the last 90 days, oldest first
     */
    record OfferView(
            OfferId id,
            Offer.Kind kind,
            String title,
            Optional<String> brand,
            String merchant,
            String city,
            String category,
            Optional<Gtin> gtin,
            Optional<String> picture,
            Money online,
            Optional<Money> regular,
            Optional<Money> member,
            Optional<Integer> stock,
            long version,
            Optional<Money> lowest,
            Optional<Integer> discountPercent,
            List<PricePoint> history) {}

    /**
     * A page of offers in order of their titles.
     *
     * @param total how many there are in all
     */
    record Page(List<OfferView> offers, int total) {}

    /**
     * Offers whose title, brand, merchant, category, id or GTIN holds the words.
     *
     * @param page 0 for the first
     */
    Page search(String words, int page) {
        String like = "%" + escape(words.strip().toLowerCase(Locale.ROOT)) + "%";
        return database.inTransaction(
                h -> {
                    int total =
                            h.createQuery("select count(*) " + FROM_WHERE)
                                    .bind("like", like)
                                    .mapTo(Integer.class)
                                    .one();
                    List<Row> rows =
                            h.createQuery(
                                            COLUMNS
                                                    + FROM_WHERE
                                                    + "order by lower(o.title), o.id limit :limit"
                                                    + " offset :offset")
                                    .bind("like", like)
                                    .bind("now", clock.instant())
                                    .bind("limit", PAGE)
                                    .bind("offset", page * PAGE)
                                    .map(Offers::row)
                                    .list();
                    return new Page(views(h, rows), total);
                });
    }

    /** One offer, active or not. */
    Optional<OfferView> find(OfferId id) {
        return database.inTransaction(
                h -> {
                    List<Row> rows =
                            h.createQuery(
                                            COLUMNS
                                                    + "from offers o join merchants m on m.id ="
                                                    + " o.merchant_id where o.id = :id")
                                    .bind("id", id)
                                    .bind("now", clock.instant())
                                    .map(Offers::row)
                                    .list();
                    return views(h, rows).stream().findFirst();
                });
    }

    private List<OfferView> views(Handle handle, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Map<OfferId, List<PricePoint>> history = new HashMap<>();
        handle.createQuery(
                        "select offer_id, from_day, currency, online_minor from price_points where"
                                + " offer_id in (<ids>) and from_day > :since order by from_day")
                .bindList("ids", rows.stream().map(r -> r.id.value()).toList())
                .bind("since", today.minusDays(90))
                .map(
                        r ->
                                Map.entry(
                                        r.getColumn("offer_id", OfferId.class),
                                        new PricePoint(
                                                r.getColumn("from_day", LocalDate.class),
                                                Money.of(
                                                        r.getColumn("online_minor", Long.class),
                                                        r.getColumn("currency", String.class)))))
                .forEach(
                        e ->
                                history.computeIfAbsent(e.getKey(), k -> new ArrayList<>())
                                        .add(e.getValue()));
        return rows.stream()
                .map(r -> r.view(history.getOrDefault(r.id, List.of()), today))
                .toList();
    }

    private static Row row(RowView row) {
        return new Row(row.getColumn("id", OfferId.class), new Columns(row).offer());
    }

    private static String escape(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** An offer before its prices of the past are known. */
    private record Row(OfferId id, OfferView offer) {
        OfferView view(List<PricePoint> history, LocalDate today) {
            OfferView o = offer;
            Optional<HonestDiscount> discount =
                    HonestDiscount.of(history, o.online, today, HonestDiscount.EU_WINDOW_DAYS);
            Optional<Money> lowest =
                    discount.map(HonestDiscount::lowest)
                            .or(
                                    () ->
                                            HonestDiscount.lowestIn(
                                                    history,
                                                    today.minusDays(HonestDiscount.EU_WINDOW_DAYS),
                                                    today));
            Optional<Integer> percent = discount.map(HonestDiscount::percent);
            return new OfferView(
                    o.id,
                    o.kind,
                    o.title,
                    o.brand,
                    o.merchant,
                    o.city,
                    o.category,
                    o.gtin,
                    o.picture,
                    o.online,
                    o.regular,
                    o.member,
                    o.stock,
                    o.version,
                    lowest,
                    percent,
                    List.copyOf(history));
        }
    }

    /** Reads the columns of one row. */
    private record Columns(RowView row) {
        OfferView offer() {
            boolean product = text("kind").equals("PRODUCT");
            Optional<Integer> units = Optional.ofNullable(row.getColumn("units", Integer.class));
            int held = row.getColumn("held", Integer.class);
            return new OfferView(
                    row.getColumn("id", OfferId.class),
                    Offer.Kind.valueOf(text("kind")),
                    text("title"),
                    Optional.ofNullable(row.getColumn("brand", String.class)),
                    text("merchant_name"),
                    text("city"),
                    text("category"),
                    Optional.ofNullable(row.getColumn("gtin", Gtin.class)),
                    Optional.ofNullable(row.getColumn("picture", String.class)),
                    money("online_minor").orElseThrow(),
                    money("regular_minor"),
                    money("member_minor"),
                    product ? Optional.of(Math.max(0, units.orElse(0) - held)) : Optional.empty(),
                    row.getColumn("version", Long.class),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        private String text(String column) {
            return row.getColumn(column, String.class);
        }

        private Optional<Money> money(String column) {
            return Optional.ofNullable(row.getColumn(column, Long.class))
                    .map(minor -> Money.of(minor, text("currency")));
        }
    }
}
