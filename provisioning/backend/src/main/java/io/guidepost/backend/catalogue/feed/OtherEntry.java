package io.guidepost.backend.catalogue.feed;

import io.guidepost.backend.catalogue.SlotRule;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.Prices;
import io.guidepost.contract.catalogue.RegionId;
import io.guidepost.contract.catalogue.Review;
import io.guidepost.contract.code.BadgeCode;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.code.MemberCode;
import io.guidepost.contract.money.Money;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads entries of every feed that is not about products. */
final class OtherEntry {
    /** Where an entry of our own formats names its merchant. */
    static final String MERCHANT = "merchant";

    private static final int CATEGORY = 60;
    private static final int MAX_CAPACITY = 10_000;
    private static final int MAX_OPENINGS = 14;
    private static final Pattern PIN = Pattern.compile("\\d{4,8}");

    private OtherEntry() {}

    static FeedLine merchant(long line, Fields f) {
        return new FeedLine.OfMerchant(
                line,
                new Merchant(
                        f.value("id", MerchantId::new),
                        f.text("name", 200),
                        f.value("region", RegionId::new),
                        f.text("city", 100),
                        f.text("address", 300),
                        category(f),
                        yes(f, "certified")));
    }

    private static String category(Fields f) {
        f.text("category", CATEGORY);
        return Shelves.of(f, "category");
    }

    private static boolean yes(Fields f, String name) {
        return f.raw(name)
                .map(
                        text ->
                                switch (text.toLowerCase(Locale.ROOT)) {
                                    case "true", "1", "yes" -> true;
                                    case "false", "0", "no" -> false;
                                    default -> throw new BadField(name, "needs true or false");
                                })
                .orElse(false);
    }

    static FeedLine service(long line, Fields f, Optional<MerchantId> merchant) {
        OfferId offer = ProductEntry.offer(f, merchant, MERCHANT);
        Money price = f.price("price");
        Prices prices =
                new Prices(
                        price,
                        f.optionalPrice("regular_price").filter(r -> r.compareTo(price) > 0),
                        Optional.empty(),
                        f.optionalPrice("member_price").filter(m -> m.compareTo(price) < 0));
        FeedLine.Texts texts =
                new FeedLine.Texts(
                        f.text("title", ProductEntry.TITLE),
                        f.optional("description", ProductEntry.DESCRIPTION).orElse(""),
                        Optional.empty(),
                        category(f));
        return new FeedLine.OfService(line, offer, texts, prices, rule(f), ProductEntry.images(f));
    }

    private static SlotRule rule(Fields f) {
        Duration duration = duration(f, "duration", Duration.ofMinutes(5), Duration.ofDays(31));
        Optional<Duration> every =
                f.raw("slots.every").isPresent()
                        ? Optional.of(
                                duration(
                                        f,
                                        "slots.every",
                                        Duration.ofMinutes(5),
                                        Duration.ofDays(1)))
                        : Optional.empty();
        List<LocalTime> at =
                f.list("slots.at", ",").stream().map(t -> time("slots.at", t)).toList();
        if (every.isPresent() == !at.isEmpty()) {
            throw new BadField("slots", "needs either every or at");
        }
        return new SlotRule(
                f.value("zone", OtherEntry::zone),
                duration,
                openings(f),
                every,
                at,
                f.whole("slots.capacity", 1, MAX_CAPACITY));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new BadField("zone", "is not a time zone such as Europe/Berlin");
        }
    }

    private static Duration duration(Fields f, String name, Duration least, Duration most) {
        Duration duration =
                f.value(
                        name,
                        text -> {
                            try {
                                return Duration.parse(text);
                            } catch (DateTimeParseException e) {
                                throw new BadField(name, "is not a duration such as PT45M");
                            }
                        });
        if (duration.compareTo(least) < 0
                || duration.compareTo(most) > 0
                || duration.toSecondsPart() != 0) {
            throw new BadField(name, "needs whole minutes from " + least + " to " + most);
        }
        return duration;
    }

    private static LocalTime time(String name, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadField(name, "is not a time of day such as 09:30");
        }
    }

    private static List<SlotRule.Opening> openings(Fields f) {
        List<SlotRule.Opening> openings = new ArrayList<>();
        for (int i = 0; i < MAX_OPENINGS && f.hasAny("opening." + i + "."); i++) {
            String prefix = "opening." + i + ".";
            List<DayOfWeek> days =
                    f.list(prefix + "days", ",").stream()
                            .map(d -> day(prefix + "days", d))
                            .toList();
            LocalTime from = time(prefix + "from", f.text(prefix + "from", 5));
            LocalTime until = time(prefix + "until", f.text(prefix + "until", 5));
            if (days.isEmpty() || !from.isBefore(until)) {
                throw new BadField(prefix + "until", "needs days, and must be later than from");
            }
            openings.add(new SlotRule.Opening(days, from, until));
        }
        if (openings.isEmpty()) {
            throw Fields.missing("opening");
        }
        return openings;
    }

    private static DayOfWeek day(String field, String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(
                        d ->
                                text.length() >= 3
                                        && d.name().startsWith(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadField(field, "needs MON, TUE, WED, THU, FRI, SAT, SUN"));
    }

    static FeedLine price(long line, Fields f, Optional<MerchantId> merchant) {
        return new FeedLine.OfPrice(
                line,
                ProductEntry.offer(f, merchant, MERCHANT),
                new PricePoint(f.day("from"), f.price("price")));
    }

    static FeedLine review(long line, Fields f, Optional<MerchantId> merchant) {
        String ids = "products.product.product_ids.";
        List<OfferId> offers =
                f.list(ids + "skus.sku", "\n").stream()
                        .map(sku -> reviewed(ids + "skus.sku", sku, merchant))
                        .flatMap(Optional::stream)
                        .toList();
        List<Gtin> gtins =
                f.list(ids + "gtins.gtin", "\n").stream()
                        .map(text -> gtin(ids + "gtins.gtin", text))
                        .toList();
        if (offers.isEmpty() && gtins.isEmpty()) {
            throw new BadField(ids + "gtins.gtin", "is missing; a review needs a gtin or a sku");
        }
        boolean anonymous = f.raw("reviewer.name@is_anonymous").filter("true"::equals).isPresent();
        LocalDate date = LocalDate.ofInstant(f.instant("review_timestamp"), ZoneOffset.UTC);
        return new FeedLine.OfReview(
                line,
                new Review(
                        f.text("review_id", 100),
                        rating(f),
                        f.optional("title", 300).orElse(""),
                        f.text("content", 5_000),
                        anonymous ? "" : f.optional("reviewer.name", 100).orElse(""),
                        date,
                        yes(f, "is_verified_purchase")),
                offers,
                gtins);
    }

    private static Optional<OfferId> reviewed(
            String field, String sku, Optional<MerchantId> merchant) {
        try {
            return sku.contains(":")
                    ? Optional.of(new OfferId(sku))
                    : merchant.map(m -> new OfferId(m + ":" + sku));
        } catch (IllegalArgumentException e) {
            throw new BadField(field, "is not merchant:id");
        }
    }

    private static Gtin gtin(String field, String text) {
        try {
            return Gtin.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadField(field, String.valueOf(e.getMessage()));
        }
    }

    /** The overall rating on the scale of 1 to 5. */
    private static int rating(Fields f) {
        String name = "ratings.overall";
        try {
            double value = Double.parseDouble(f.text(name, 10));
            double min = Double.parseDouble(f.raw(name + "@min").orElse("1"));
            double max = Double.parseDouble(f.raw(name + "@max").orElse("5"));
            if (max > min && value >= min && value <= max) {
                return (int) Math.round(1 + 4 * (value - min) / (max - min));
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BadField(name, "needs a number between its min (1) and max (5)");
    }

    static FeedLine member(long line, Fields f) {
        return new FeedLine.OfMember(
                line,
                f.value("code", MemberCode::parse),
                f.text("name", 200),
                f.text("tier", 40),
                f.day("joined"));
    }

    static FeedLine staff(long line, Fields f) {
        String pin = f.text("pin", 8);
        if (!PIN.matcher(pin).matches()) {
            throw new BadField("pin", "needs 4 to 8 digits");
        }
        return new FeedLine.OfStaff(
                line, f.value("badge", BadgeCode::parse), f.text("name", 100), pin);
    }

    static FeedLine campaign(long line, Fields f) {
        Instant from = f.instant("from");
        Instant until = f.value("until", text -> Fields.endOf("until", text));
        if (!from.isBefore(until)) {
            throw new BadField("until", "must be later than from");
        }
        return new FeedLine.OfCampaign(
                line,
                f.text("id", 60),
                f.text("headline", 200),
                f.optional("text", 1_000).orElse(""),
                f.raw("image_link"),
                f.optionalValue("offer", OfferId::new),
                from,
                until);
    }
}
