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
        Optional<Money> sale = runningSale(f, price, now);
        Money online = sale.orElse(price);
        Prices prices =
                new Prices(online, sale.map(s -> price), Optional.empty(), member(f, online));
        return new FeedLine.OfProduct(
                line, offer, texts, gtin, prices, UnitPricing.of(f, online), units(f), images(f));
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

    private static Optional<Money> runningSale(Fields f, Money price, Instant now) {
        Optional<Money> sale = f.optionalPrice("sale_price");
        if (sale.isEmpty()) {
            return sale;
        }
        if (sale.get().compareTo(price) > 0) {
            throw new BadField("sale_price", "is higher than price");
        }
        String name = "sale_price_effective_date";
        Optional<String> dates = f.raw(name);
        if (dates.isPresent()) {
            String[] ends = dates.get().split("/", -1);
            if (ends.length != 2) {
                throw new BadField(
                        name,
                        "needs two times joined by a slash, such as 2026-03-01T00:00+01:00/…");
            }
            Instant from = Fields.instantOf(name, ends[0].strip());
            Instant until = Fields.instantOf(name, ends[1].strip());
            if (!from.isBefore(until)) {
                throw new BadField(name, "ends before it begins");
            }
            if (now.isBefore(from) || !now.isBefore(until)) {
                return Optional.empty();
            }
        }
        return sale.filter(s -> s.compareTo(price) < 0);
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
