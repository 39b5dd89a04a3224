package io.guidepost.kiosk.screens;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.Picture;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.Prices;
import io.guidepost.contract.catalogue.RegionId;
import io.guidepost.contract.catalogue.Review;
import io.guidepost.contract.catalogue.ReviewDigest;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.money.Money;
import io.guidepost.contract.money.UnitPrice;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.catalogue.CatalogueChange;
import io.guidepost.kiosk.catalogue.Replica;
import io.guidepost.kiosk.platform.Listeners;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A small catalogue in memory: the port's whole behaviour without a disk. */
final class SampleShop implements Replica {
    static final Gtin COFFEE = Gtin.parse("4006381333931");
    static final Gtin LAMP = Gtin.parse("4012345678901");
    static final OfferId COFFEE_HERE = new OfferId("roastery:coffee-500");
    static final OfferId HAIRCUT = new OfferId("salon-lina:haircut");
    static final OfferId LAMP_HERE = new OfferId("lichthaus:lamp");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final RegionId HERE = new RegionId("local");
    private static final RegionId ELSEWHERE = new RegionId("elsewhere");

    private final Map<OfferId, Offer> offers = new LinkedHashMap<>();
    private final Map<OfferId, List<PricePoint>> history = new LinkedHashMap<>();
    private final Map<OfferId, ReviewDigest> reviews = new LinkedHashMap<>();
    private final Map<MerchantId, Merchant> merchants = new LinkedHashMap<>();
    private final Listeners<CatalogueChange> listeners = new Listeners<>();
    private volatile List<Campaign> campaigns = List.of();
    private volatile long version = 1;
    private volatile boolean empty;
    private volatile boolean broken;

    SampleShop() {
        merchant("roastery", "Rösterei Ostertor", "Bremen", "food", true);
        merchant("feinkost", "Feinkost Hansen", "Hamburg", "food", false);
        merchant("kaffeehaus", "Kaffeehaus am Markt", "Hannover", "food", true);
        merchant("salon-lina", "Salon Lina", "Bremen", "beauty", true);
        merchant("lichthaus", "Lichthaus Nord", "Bremen", "home", true);
        merchant("kino", "Schauburg", "Bremen", "cinema", true);
        merchant("spa", "Stadtbad Spa", "Bremen", "spa", true);
        merchant("fit", "Werk Fitness", "Bremen", "fitness", true);
        product(
                "roastery",
                "coffee-500",
                COFFEE,
                "Ethiopia Sidamo, whole beans, 500 g",
                "food",
                1290,
                1150,
                24,
                "1 kg",
                2580);
        product(
                "feinkost",
                "coffee-500",
                COFFEE,
                "Ethiopia Sidamo, whole beans, 500 g",
                "food",
                1390,
                0,
                6,
                "1 kg",
                2780);
        product(
                "kaffeehaus",
                "sidamo",
                COFFEE,
                "Ethiopia Sidamo, whole beans, 500 g",
                "food",
                1450,
                0,
                0,
                "1 kg",
                2900);
        product(
                "lichthaus",
                "lamp",
                LAMP,
                "Desk lamp Arvika, oak and brass",
                "home",
                7900,
                6900,
                3,
                "",
                0);
        product(
                "lichthaus",
                "candle",
                Gtin.parse("4000000000013"),
                "Beeswax candle, hand-dipped",
                "home",
                890,
                0,
                40,
                "",
                0);
        product(
                "roastery",
                "candle",
                Gtin.parse("4000000000013"),
                "Beeswax candle, hand-dipped",
                "home",
                990,
                0,
                0,
                "",
                0);
        product(
                "roastery",
                "filter",
                Gtin.parse("4000000000020"),
                "Pour-over coffee set for two",
                "food",
                3450,
                0,
                9,
                "",
                0);
        product(
                "feinkost",
                "honey",
                Gtin.parse("4000000000037"),
                "Heather honey from the Lüneburg Heath",
                "food",
                795,
                0,
                18,
                "100 g",
                159);
        product(
                "feinkost",
                "oil",
                Gtin.parse("4000000000044"),
                "Olive oil, first press, 750 ml",
                "food",
                1690,
                1590,
                11,
                "1 l",
                2253);
        service("salon-lina", "haircut", "Haircut with wash and styling", "beauty", 4200, 3600, 45);
        service("salon-lina", "colour", "Colour refresh", "beauty", 6900, 0, 90);
        service("kino", "evening", "Evening show, any seat", "cinema", 1250, 1050, 120);
        service("spa", "day", "Day ticket for pool and sauna", "spa", 2400, 0, 240);
        service("fit", "class", "Strength class for beginners", "fitness", 1500, 0, 60);
        points(COFFEE_HERE, 1590, 1690, 1490, 1290);
        points(LAMP_HERE, 9900, 8900, 8900, 7900);
        points(new OfferId("feinkost:honey"), 990, 890, 890, 795);
        points(new OfferId("roastery:filter"), 3990, 3990, 3990, 3450);
        points(new OfferId("lichthaus:candle"), 990, 990, 990, 890);
        points(new OfferId("feinkost:oil"), 1990, 1990, 1890, 1690);
        points(HAIRCUT, 4500, 4500, 4200, 4200);
        offers.keySet().forEach(this::addReviews);
        campaigns =
                List.of(
                        new Campaign(
                                "spring",
                                "Fresh from the roastery",
                                "Ethiopia Sidamo at its lowest price this spring. Today at Rösterei"
                                        + " Ostertor.",
                                Optional.of(picture("campaign-coffee")),
                                Optional.of(COFFEE_HERE),
                                Instant.EPOCH,
                                Instant.parse("2027-01-01T00:00:00Z")),
                        new Campaign(
                                "hair",
                                "A new cut for spring",
                                "Free times this week at Salon Lina. Book and pay right here.",
                                Optional.of(picture("campaign-hair")),
                                Optional.of(HAIRCUT),
                                Instant.EPOCH,
                                Instant.parse("2027-01-01T00:00:00Z")));
    }

    private void merchant(String id, String name, String city, String category, boolean certified) {
        MerchantId key = new MerchantId(id);
        RegionId region = city.equals("Bremen") ? HERE : ELSEWHERE;
        merchants.put(
                key, new Merchant(key, name, region, city, "Am Wall 12", category, certified));
    }

    private void product(
            String merchant,
            String sku,
            Gtin gtin,
            String title,
            String category,
            long price,
            long member,
            int stock,
            String per,
            long unit) {
        OfferId id = new OfferId(merchant + ":" + sku);
        offers.put(
                id,
                new Offer(
                        id,
                        new MerchantId(merchant),
                        Offer.Kind.PRODUCT,
                        title,
                        "Roasted slowly in small batches on the day it is packed. Floral, with"
                                + " notes of bergamot and apricot; suits filter and fully automatic"
                                + " machines alike.",
                        Optional.of("Ostertor"),
                        category,
                        Optional.of(gtin),
                        List.of(picture(sku), picture(sku + "-2"), picture(sku + "-3")),
                        new Prices(
                                eur(price),
                                Optional.of(eur(price * 3 / 2)),
                                Optional.of(eur(price + 100)),
                                member == 0 ? Optional.empty() : Optional.of(eur(member))),
                        per.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new UnitPrice(eur(unit), per)),
                        Optional.of(stock),
                        Optional.empty(),
                        1));
    }

    private void service(
            String merchant,
            String sku,
            String title,
            String category,
            long price,
            long member,
            int minutes) {
        OfferId id = new OfferId(merchant + ":" + sku);
        offers.put(
                id,
                new Offer(
                        id,
                        new MerchantId(merchant),
                        Offer.Kind.SERVICE,
                        title,
                        "Take your time: coffee, tea and a quiet chair are included. Please tell us"
                                + " on arrival if you have an allergy.",
                        Optional.empty(),
                        category,
                        Optional.empty(),
                        List.of(picture(sku)),
                        new Prices(
                                eur(price),
                                Optional.empty(),
                                Optional.empty(),
                                member == 0 ? Optional.empty() : Optional.of(eur(member))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ofMinutes(minutes)),
                        1));
    }

    private void points(OfferId id, long... prices) {
        List<PricePoint> points = new ArrayList<>();
        int[] daysAgo = {90, 58, 33, 5};
        for (int i = 0; i < prices.length; i++) {
            points.add(new PricePoint(TODAY.minusDays(daysAgo[i]), eur(prices[i])));
        }
        history.put(id, points);
    }

    private void addReviews(OfferId id) {
        reviews.put(
                id,
                new ReviewDigest(
                        id,
                        List.of(2, 3, 9, 38, 76),
                        97,
                        List.of(
                                new Review(
                                        "r1",
                                        5,
                                        "My favourite",
                                        "Tastes like summer; I have bought it three times now and"
                                                + " the roast was even each time.",
                                        "Mira K.",
                                        TODAY.minusDays(4),
                                        true),
                                new Review(
                                        "r2",
                                        4,
                                        "Very good",
                                        "Good, though a little light for espresso.",
                                        "Jonas",
                                        TODAY.minusDays(11),
                                        true),
                                new Review(
                                        "r3",
                                        3,
                                        "",
                                        "Nice packaging, taste is a matter of opinion.",
                                        "T. Petersen",
                                        TODAY.minusDays(30),
                                        false))));
    }

    static Picture picture(String name) {
        return new Picture("p/" + name + ".jpg", name);
    }

    static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }

    /** Changes an offer and tells of it, as a new document from head office would. */
    synchronized void change(Offer offer) {
        version++;
        offers.put(offer.id(), offer);
        listeners.tell(new CatalogueChange(version, Set.of(offer.id()), false, false));
    }

    /** Shows these slides from now on. */
    void show(List<Campaign> slides) {
        campaigns = List.copyOf(slides);
        listeners.tell(new CatalogueChange(version, Set.of(), false, true));
    }

    /** The kiosk has just been set up: it holds no catalogue yet. */
    void beEmpty() {
        empty = true;
    }

    /** The first catalogue is there. */
    void arrive() {
        empty = false;
        listeners.tell(new CatalogueChange(version, Set.of(), true, true));
    }

    /** The disk can be read no more, or again. */
    void breakDown(boolean down) {
        broken = down;
    }

    private Map<OfferId, Offer> offers() {
        if (broken) {
            throw new IllegalStateException("the disk cannot be read");
        }
        return empty ? Map.of() : offers;
    }

    @Override
    public long version() {
        return empty ? 0 : version;
    }

    @Override
    public synchronized Optional<Offer> offer(OfferId id) {
        return Optional.ofNullable(offers().get(id));
    }

    @Override
    public synchronized List<Offer> byGtin(Gtin gtin) {
        return offers().values().stream().filter(o -> o.gtin().equals(Optional.of(gtin))).toList();
    }

    @Override
    public synchronized List<Offer> inCategory(String category, int skip, int limit) {
        return offers().values().stream()
                .filter(o -> o.category().equals(category))
                .sorted(Comparator.comparing(Offer::title))
                .skip(skip)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<String, Integer> categories() {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (String category : List.of("beauty", "cinema", "fitness", "spa", "food", "home")) {
            all.put(category, inCategory(category, 0, 100).size());
        }
        return all;
    }

    @Override
    public synchronized List<Offer> claimedDiscounts(int limit) {
        return offers().values().stream()
                .filter(o -> o.prices().regular().isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Merchant> merchant(MerchantId id) {
        return Optional.ofNullable(merchants.get(id));
    }

    @Override
    public List<PricePoint> history(OfferId id) {
        return history.getOrDefault(id, List.of());
    }

    @Override
    public Optional<ReviewDigest> reviews(OfferId id) {
        return Optional.ofNullable(reviews.get(id));
    }

    @Override
    public List<Campaign> campaigns() {
        return campaigns;
    }

    @Override
    public Subscription onChange(Consumer<CatalogueChange> listener) {
        return listeners.add(listener);
    }
}
