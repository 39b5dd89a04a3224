package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.SlotRule;
import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.Prices;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.money.Money;
import io.guidepost.contract.money.UnitPrice;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A product or service of a feed, about to be compared with its row. */
record OfferLine(
        long line,
        OfferId id,
        Row row,
        List<String> images,
        Optional<Integer> units,
        Optional<SlotRule> rule,
        Optional<FeedLine.Sale> sale) {

    /** The columns that a feed decides about; equal rows need no update. */
    record Row(
            String kind,
            String title,
            String description,
            @Nullable String brand,
            String category,
            @Nullable String gtin,
            Cost cost,
            @Nullable Integer minutes) {
        /** What it costs, in minor units. */
        record Cost(
                String currency,
                long online,
                @Nullable Long regular,
                @Nullable Long member,
                @Nullable Long unit,
                @Nullable String unitPer) {}

        static Row of(RowView row) {
            return new Row(
                    row.getColumn("kind", String.class),
                    row.getColumn("title", String.class),
                    row.getColumn("description", String.class),
                    row.getColumn("brand", String.class),
                    row.getColumn("category", String.class),
                    row.getColumn("gtin", String.class),
                    new Cost(
                            row.getColumn("currency", String.class),
                            row.getColumn("online_minor", Long.class),
                            row.getColumn("regular_minor", Long.class),
                            row.getColumn("member_minor", Long.class),
                            row.getColumn("unit_minor", Long.class),
                            row.getColumn("unit_per", String.class)),
                    row.getColumn("duration_minutes", Integer.class));
        }

        <T extends SqlStatement<T>> T bindTo(T sql) {
            return sql.bind("kind", kind)
                    .bind("title", title)
                    .bind("description", description)
                    .bind("brand", brand)
                    .bind("category", category)
                    .bind("gtin", gtin)
                    .bind("currency", cost.currency)
                    .bind("online", cost.online)
                    .bind("regular", cost.regular)
                    .bind("member", cost.member)
                    .bind("unit", cost.unit)
                    .bind("per", cost.unitPer)
                    .bind("minutes", minutes);
        }
    }

    static OfferLine of(FeedLine.OfProduct p) {
        return new OfferLine(
                p.line(),
                p.offer(),
                row("PRODUCT", p.texts(), p.gtin(), p.prices(), p.unit(), null),
                p.images(),
                p.units(),
                Optional.empty(),
                p.sale());
    }

    static OfferLine of(FeedLine.OfService s) {
        int minutes = (int) s.rule().duration().toMinutes();
        return new OfferLine(
                s.line(),
                s.offer(),
                row("SERVICE", s.texts(), Optional.empty(), s.prices(), Optional.empty(), minutes),
                s.images(),
                Optional.empty(),
                Optional.of(s.rule()),
                Optional.empty());
    }

    private static Row row(
            String kind,
            FeedLine.Texts texts,
            Optional<Gtin> gtin,
            Prices prices,
            Optional<UnitPrice> unit,
            @Nullable Integer minutes) {
        return new Row(
                kind,
                texts.title(),
                texts.description(),
                texts.brand().orElse(null),
                texts.category(),
                gtin.map(Gtin::value).orElse(null),
                new Row.Cost(
                        prices.online().currency().getCurrencyCode(),
                        prices.online().minor(),
                        prices.regular().map(Money::minor).orElse(null),
                        prices.member().map(Money::minor).orElse(null),
                        unit.map(u -> u.price().minor()).orElse(null),
                        unit.map(UnitPrice::per).orElse(null)),
                minutes);
    }

    /** The merchant's part of the id. */
    String merchant() {
        return id.value().substring(0, id.value().indexOf(':'));
    }

    static boolean merchantExists(Handle handle, String merchant) {
        return handle.createQuery("select 1 from merchants where id = :id")
                .bind("id", merchant)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
