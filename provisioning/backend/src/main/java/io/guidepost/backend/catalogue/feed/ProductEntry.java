package io.guidepost.backend.catalogue.feed;

import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.Prices;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads entries of Google's product feed and of its local inventory feed. */
final class ProductEntry {
    /** Columns of {@code offers}, and limits of Google where they are lower. */
    static final int TITLE = 150;

    static final int DESCRIPTION = 5_000;

    /** Where a product names its merchant. */
    static final String SELLER = "external_seller_id";

    private static final String SALE_DATES = "sale_price_effective_date";

    private static final int BRAND = 70;
    private static final int MAX_IMAGES = 10;
    private static final int MAX_UNITS = 1_000_000;

    private ProductEntry() {}

    static FeedLine product(long line, Fields f, Optional<MerchantId> merchant, Instant now) {
        OfferId offer = offer(f, merchant, SELLER);
        FeedLine.Texts texts =
                new FeedLine.Texts(
                        f.text("title", TITLE),
                        f.optional("description", DESCRIPTION).orElse(""),
                        f.optional("brand", BRAND),
                        Shelves.of(f, "product_type", "google_product_category"));
        Optional<Gtin> gtin = f.optionalValue("gtin", Gtin::parse);
        Money price = f.price("price");
        Optional<Money> sale = salePrice(f, price);
        Optional<FeedLine.Sale> timed =
                sale.flatMap(s -> timed(f, price, s)).filter(t -> now.isBefore(t.until()));
        FeedLine.Cost cost;
        if (timed.isPresent()) {
            cost = timed.get().at(now);
        } else if (sale.isPresent() && f.raw(SALE_DATES).isEmpty()) {
            cost = cost(f, sale.get(), sale.map(s -> price));
        } else {
            cost = cost(f, price, Optional.empty());
        }
        return new FeedLine.OfProduct(
                line, offer, texts, gtin, cost.prices(), cost.unit(), units(f), images(f), timed);
    }

    private static FeedLine.Cost cost(Fields f, Money online, Optional<Money> regular) {
        return new FeedLine.Cost(
                new Prices(online, regular, Optional.empty(), member(f, online)),
                UnitPricing.of(f, online));
    }

    static FeedLine stock(long line, Fields f, Optional<MerchantId> merchant) {
        return new FeedLine.OfStock(
                line,
                offer(f, merchant, "store_code"),
                f.whole("quantity", 0, MAX_UNITS),
                f.optionalPrice("price"));
    }

    /** The offer's id from the seller named in the line, or else the feed's, and the line's id. */
    static OfferId offer(Fields f, Optional<MerchantId> merchant, String sellerField) {
        MerchantId seller =
                f.optionalValue(sellerField, MerchantId::new)
                        .or(() -> merchant)
                        .orElseThrow(
                                () ->
                                        new BadField(
                                                sellerField,
                                                "is missing; name the merchant here or for the"
                                                        + " whole feed"));
        String id = f.text("id", 50);
        return f.value("id", any -> new OfferId(seller + ":" + id));
    }

    private static Optional<Money> salePrice(Fields f, Money price) {
        Optional<Money> sale = f.optionalPrice("sale_price");
        if (sale.isPresent() && sale.get().compareTo(price) > 0) {
            throw new BadField("sale_price", "is higher than price");
        }
        return sale.filter(s -> s.compareTo(price) < 0);
    }

    private static Optional<FeedLine.Sale> timed(Fields f, Money price, Money sale) {
        return f.raw(SALE_DATES)
                .map(
                        dates -> {
                            String[] ends = dates.split("/", -1);
                            if (ends.length != 2) {
                                throw new BadField(
                                        SALE_DATES,
                                        "needs two times joined by a slash, such as"
                                                + " 2026-03-01T00:00+01:00/…");
                            }
                            Instant from = Fields.instantOf(SALE_DATES, ends[0].strip());
                            Instant until = Fields.endOf(SALE_DATES, ends[1].strip());
                            if (!from.isBefore(until)) {
                                throw new BadField(SALE_DATES, "ends before it begins");
                            }
                            return new FeedLine.Sale(
                                    from,
                                    until,
                                    cost(f, price, Optional.empty()),
                                    cost(f, sale, Optional.of(price)));
                        });
    }

    /** The lowest price of a loyalty programme; RSS nests it, TSV joins its parts by colons. */
    private static Optional<Money> member(Fields f, Money online) {
        List<Money> prices = new ArrayList<>();
        for (String text : f.list("loyalty_program.price", "\n")) {
            prices.add(f.priceOf("loyalty_program", text));
        }
        for (String program : f.list("loyalty_program", ",")) {
            String[] parts = program.split(":", -1);
            if (parts.length < 3) {
                throw new BadField("loyalty_program", "needs program:tier:price");
            }
            if (!parts[2].isBlank()) {
                prices.add(f.priceOf("loyalty_program", parts[2].strip()));
            }
        }
        return prices.stream().filter(p -> p.compareTo(online) < 0).min(Money::compareTo);
    }

    private static Optional<Integer> units(Fields f) {
        String availability = f.text("availability", 20).replace(' ', '_');
        return switch (availability) {
            case "in_stock" -> f.optionalWhole("quantity", 0, MAX_UNITS);
            case "out_of_stock", "preorder", "backorder" -> Optional.of(0);
            default ->
                    throw new BadField(
                            "availability",
                            "needs one of in_stock, out_of_stock, preorder, backorder");
        };
    }

    static List<String> images(Fields f) {
        List<String> links = new ArrayList<>(f.list("image_link", "\n"));
        links.addAll(
                f.raw("additional_image_link").stream()
                        .flatMap(t -> Arrays.stream(t.split("[\\n,]", -1)))
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .toList());
        for (String link : links) {
            if (link.length() > 2_000) {
                throw new BadField("image_link", "may have 2000 characters");
            }
        }
        return links.stream().limit(MAX_IMAGES).toList();
    }
}
