package io.guidepost.backend.catalogue;

import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.Picture;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.Prices;
import io.guidepost.contract.catalogue.RegionId;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.money.Money;
import io.guidepost.contract.money.UnitPrice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** How offers, merchants and price points stand in the tables. */
final class OfferRows {
    /** Offers with the units that can be reserved: those on hand less the holds that run. */
    static final String SELECT =
            "select o.*, case when not o.active then 0 else s.units - coalesce((select"
                + " sum(h.quantity) from holds h where h.offer_id = o.id and h.state = 'HELD' and"
                + " h.expires_at > :now), 0) end as reservable from offers o left join stock s on"
                + " s.offer_id = o.id ";

    private OfferRows() {}

    static Offer offer(Handle handle, RowView row) {
        OfferId id = row.getColumn("id", OfferId.class);
        Offer.Kind kind = Offer.Kind.valueOf(row.getColumn("kind", String.class));
        return new Offer(
                id,
                row.getColumn("merchant_id", MerchantId.class),
                kind,
                row.getColumn("title", String.class),
                row.getColumn("description", String.class),
                Optional.ofNullable(row.getColumn("brand", String.class)),
                row.getColumn("category", String.class),
                Optional.ofNullable(row.getColumn("gtin", Gtin.class)),
                pictures(handle, id),
                prices(row),
                money(row, "unit_minor")
                        .map(m -> new UnitPrice(m, row.getColumn("unit_per", String.class))),
                kind == Offer.Kind.SERVICE
                        ? Optional.empty()
                        : Optional.ofNullable(row.getColumn("reservable", Integer.class))
                                .map(units -> Math.max(0, units))
                                .or(() -> Optional.of(0)),
                Optional.ofNullable(row.getColumn("duration_minutes", Integer.class))
                        .map(Duration::ofMinutes),
                row.getColumn("version", Long.class));
    }

    private static Prices prices(RowView row) {
        return new Prices(
                money(row, "online_minor").orElseThrow(),
                money(row, "regular_minor"),
                money(row, "in_store_minor"),
                money(row, "member_minor"));
    }

    private static Optional<Money> money(RowView row, String column) {
        return Optional.ofNullable(row.getColumn(column, Long.class))
                .map(minor -> Money.of(minor, row.getColumn("currency", String.class)));
    }

    private static List<Picture> pictures(Handle handle, OfferId id) {
        return handle.createQuery(
                        "select path, sha256 from offer_pictures where offer_id = :id order by"
                                + " position")
                .bind("id", id)
                .map(
                        row ->
                                new Picture(
                                        row.getColumn("path", String.class),
                                        row.getColumn("sha256", String.class)))
                .list();
    }

    static Merchant merchant(RowView row) {
        return new Merchant(
                row.getColumn("id", MerchantId.class),
                row.getColumn("name", String.class),
                row.getColumn("region", RegionId.class),
                row.getColumn("city", String.class),
                row.getColumn("address", String.class),
                row.getColumn("category", String.class),
                row.getColumn("certified", Boolean.class));
    }

    static PricePoint pricePoint(RowView row) {
        return new PricePoint(
                row.getColumn("from_day", LocalDate.class),
                Money.of(
                        row.getColumn("online_minor", Long.class),
                        row.getColumn("currency", String.class)));
    }
}
