package io.guidepost.kiosk.catalogue;

import io.guidepost.contract.catalogue.HonestDiscount;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.RegionId;
import io.guidepost.contract.catalogue.ReviewDigest;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.money.Money;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.Backend;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Looks things up in the replica; works fully while the backend is away. Results come on a
 * background thread.
 */
public final class CatalogueService {
    /** From this age on the screen says "prices as of". */
    public static final Duration STALE_AFTER = Duration.ofMinutes(5);

    private static final Duration LOOK_AT_AGE = Duration.ofSeconds(1);
    private static final int CARDS_PER_SECTION = 12;
    private static final int MOST_OTHERS = 10;
    private static final int CLAIMS_LOOKED_AT = 200;

    private final Replica replica;
    private final UpdateClock updates;
    private final Backend backend;
    private final BackgroundTasks tasks;
    private final StoreRules rules;
    private final Clock clock;

    /**
     * How this store reckons.
     *
     * @param region where the kiosk stands; its offers come first
     * @param discountWindowDays days before a reduction in which the lowest price is looked for
     */
    public record StoreRules(RegionId region, int discountWindowDays) {}

    /**
     * @param clock in the store's time zone
     */
    public CatalogueService(
            Replica replica,
            UpdateClock updates,
            Backend backend,
            BackgroundTasks tasks,
            StoreRules rules,
            Clock clock) {
        this.replica = replica;
        this.updates = updates;
        this.backend = backend;
        this.tasks = tasks;
        this.rules = rules;
        this.clock = clock;
    }

    /** What a product number leads to. */
    public CompletionStage<PriceLookup> byGtin(Gtin gtin) {
        return tasks.supply("look up a product", () -> lookUp(gtin));
    }

    /**
     * Whose shelves of this store have the product: goods of merchants in the kiosk's own region,
     * by the merchant's name; empty where there are none, wherever else it is sold.
     */
    public CompletionStage<List<ShelfOffer>> onShelf(Gtin gtin) {
        return tasks.supply(
                "look for a shelf",
                () ->
                        replica.byGtin(gtin).stream()
                                .filter(offer -> offer.kind() == Offer.Kind.PRODUCT)
                                .flatMap(offer -> shelf(offer).stream())
                                .sorted(
                                        Comparator.comparing((ShelfOffer s) -> s.merchant().name())
                                                .thenComparing(s -> s.offer().id().value()))
                                .toList());
    }

    /** The same as it is now; empty where it is on no shelf of this store (any more). */
    public CompletionStage<Optional<ShelfOffer>> onShelf(OfferId offer) {
        return tasks.supply("look at a shelf", () -> replica.offer(offer).flatMap(this::shelf));
    }

    private Optional<ShelfOffer> shelf(Offer offer) {
        return replica.merchant(offer.merchant())
                .filter(merchant -> merchant.region().equals(rules.region()))
                .map(merchant -> new ShelfOffer(offer, merchant));
    }

    /** The page of one offer; empty where the replica does not know it (any more). */
    public CompletionStage<Optional<OfferPage>> page(OfferId offer) {
        return tasks.supply("read an offer", () -> replica.offer(offer).map(this::pageOf));
    }

    /** What the home screen shows. */
    public CompletionStage<HomePage> home() {
        return tasks.supply("read the home page", this::readHome);
    }

    /**
     * Offers of one category in the order of their titles.
     *
     * @param limit 1 to 100
     */
    public CompletionStage<List<OfferCard>> browse(String category, int skip, int limit) {
        if (skip < 0 || limit < 1 || limit > 100) {
            throw new IllegalArgumentException("browse: skip must be >= 0 and limit 1 to 100");
        }
        return tasks.supply(
                "read a category",
                () -> replica.inCategory(category, skip, limit).stream().map(this::card).toList());
    }

    /** Tells of changes, after they can be read. */
    public Subscription onChange(Consumer<CatalogueChange> listener) {
        return replica.onChange(listener);
    }

    /** How old what is shown may be, now. */
    public Freshness freshness() {
        Optional<Instant> asOf = updates.confirmedAt();
        boolean old = asOf.map(at -> at.plus(STALE_AFTER).isBefore(clock.instant())).orElse(true);
        LocalDate today = LocalDate.now(clock);
        return new Freshness(
                asOf,
                old || backend.connection().get() != Connection.ONLINE,
                asOf.map(at -> at.atZone(clock.getZone()).toLocalDate().equals(today))
                        .orElse(false));
    }

    /**
     * Tells when what is shown turns old, or fresh again; at most a second after it did. Nothing
     * needs to be read again for it.
     */
    public Subscription onAge(Consumer<Freshness> listener) {
        AtomicReference<Freshness> told = new AtomicReference<>(freshness());
        Runnable look =
                () -> {
                    Freshness now = freshness();
                    Freshness before = told.getAndSet(now);
                    if (before.stale() != now.stale()
                            || (now.stale() && before.ofToday() != now.ofToday())) {
                        listener.accept(now);
                    }
                };
        Subscription connection = backend.connection().observe(_ -> look.run());
        Subscription time = tasks.every("age of what is shown", LOOK_AT_AGE, look);
        return () -> {
            connection.close();
            time.close();
        };
    }

    private PriceLookup lookUp(Gtin gtin) {
        List<Offer> offers = replica.byGtin(gtin);
        if (offers.isEmpty()) {
            return replica.version() == 0 ? new PriceLookup.NotYet() : new PriceLookup.Unknown();
        }
        return new PriceLookup.Found(
                offers.stream().sorted(nearestAndCheapest()).map(this::pageOf).toList());
    }

    private Comparator<Offer> nearestAndCheapest() {
        return Comparator.comparing((Offer o) -> !isHere(o))
                .thenComparing(o -> !o.inStock())
                .thenComparingLong(o -> o.prices().online().minor())
                .thenComparing(o -> o.id().value());
    }

    private boolean isHere(Offer offer) {
        return replica.merchant(offer.merchant())
                .map(m -> m.region().equals(rules.region()))
                .orElse(false);
    }

    private OfferPage pageOf(Offer offer) {
        List<PricePoint> history = replica.history(offer.id());
        LocalDate today = LocalDate.now(clock);
        return new OfferPage(
                offer,
                replica.merchant(offer.merchant()),
                replica.reviews(offer.id()).filter(r -> r.count() > 0),
                history,
                lowest(history, today),
                discount(offer, history, today),
                others(offer),
                rules.discountWindowDays(),
                freshness());
    }

    private Optional<Money> lowest(List<PricePoint> history, LocalDate today) {
        return HonestDiscount.lowestIn(
                history, today.minusDays(rules.discountWindowDays()), today.plusDays(1));
    }

    /** Only where the merchant claims one and the history bears it out. */
    private Optional<HonestDiscount> discount(
            Offer offer, List<PricePoint> history, LocalDate today) {
        return offer.prices().regular().isEmpty()
                ? Optional.empty()
                : HonestDiscount.of(
                        history, offer.prices().online(), today, rules.discountWindowDays());
    }

    private List<OfferCard> others(Offer offer) {
        return offer.gtin().stream()
                .flatMap(gtin -> replica.byGtin(gtin).stream())
                .filter(other -> !other.id().equals(offer.id()))
                .sorted(Comparator.comparingLong(o -> o.prices().online().minor()))
                .limit(MOST_OTHERS)
                .map(this::card)
                .toList();
    }

    private OfferCard card(Offer offer) {
        Optional<ReviewDigest> reviews = replica.reviews(offer.id());
        return new OfferCard(
                offer,
                replica.merchant(offer.merchant()),
                discount(offer, replica.history(offer.id()), LocalDate.now(clock)),
                reviews.map(ReviewDigest::average).orElse(0.0),
                reviews.map(ReviewDigest::count).orElse(0));
    }

    private HomePage readHome() {
        List<OfferCard> today =
                replica.claimedDiscounts(CLAIMS_LOOKED_AT).stream()
                        .map(this::card)
                        .filter(card -> card.offer().inStock())
                        .filter(card -> card.discount().isPresent())
                        .sorted(Comparator.comparingInt(CatalogueService::percent).reversed())
                        .limit(CARDS_PER_SECTION)
                        .toList();
        List<HomePage.Section> sections =
                replica.categories().entrySet().stream()
                        .map(e -> section(e.getKey(), e.getValue()))
                        .toList();
        return new HomePage(today, sections, freshness());
    }

    private HomePage.Section section(String category, int total) {
        return new HomePage.Section(
                category,
                replica.inCategory(category, 0, CARDS_PER_SECTION).stream()
                        .map(this::card)
                        .toList(),
                total);
    }

    private static int percent(OfferCard card) {
        return card.discount().map(HonestDiscount::percent).orElse(0);
    }
}
