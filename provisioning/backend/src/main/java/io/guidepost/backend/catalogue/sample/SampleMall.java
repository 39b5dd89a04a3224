package io.guidepost.backend.catalogue.sample;

import io.guidepost.backend.catalogue.sample.art.Motif;
import io.guidepost.backend.catalogue.sample.art.Studio;
import io.guidepost.contract.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes a whole invented mall into a folder, in the formats of {@code docs/feeds}: three cities,
 * some forty merchants, their goods, services, prices of ninety days, reviews, members, staff,
 * campaigns and pictures. The same seed and the same day give the same bytes. Names, brands and
 * texts are made up.
 */
public final class SampleMall {
    /** Name of the file that lists all feeds in the order in which they must be imported. */
    public static final String MANIFEST = "mall.json";

    /** Number of reviews. */
    static final int REVIEWS = 5_000;

    private final long seed;
    private final LocalDate today;
    private final List<Shop> shops = Shop.all();
    private final List<Listing> listings;
    private final List<Treat> treats;

    /**
     * @param today the day that prices, reviews and campaigns lead up to
     */
    public SampleMall(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
        this.listings = Listing.all(shops, Product.all(), seed, today);
        this.treats = Treat.all(shops, seed, today);
    }

    List<Listing> listings() {
        return listings;
    }

    List<Treat> treats() {
        return treats;
    }

    /**
     * Writes everything; files that are there already are replaced.
     *
     * @return the manifest's path
     * @throws UncheckedIOException when the folder cannot be written
     */
    public Path writeTo(Path folder) {
        try {
            pictures(Files.createDirectories(folder.resolve("pictures")));
        } catch (IOException e) {
            throw new UncheckedIOException("sample mall: cannot write to " + folder, e);
        }
        return writeFeeds(folder);
    }

    /** Everything but the pictures. */
    Path writeFeeds(Path folder) {
        try {
            Path products = Files.createDirectories(folder.resolve("products"));
            OtherFeeds.merchants(folder.resolve("merchants.json"), shops);
            List<Map<String, Object>> feeds = new ArrayList<>();
            feeds.add(feed("merchants", "merchants.json", ""));
            ProductFeeds feedWriter = new ProductFeeds(today);
            for (Shop shop : shops) {
                if (shop.sellsGoods()) {
                    feeds.add(products(feedWriter, products, shop));
                }
            }
            feedWriter.inventory(folder.resolve("inventory.tsv"), listings);
            feeds.add(feed("inventory", "inventory.tsv", ""));
            OtherFeeds.services(folder.resolve("services.json"), treats);
            feeds.add(feed("services", "services.json", ""));
            OtherFeeds.history(folder.resolve("price-history.tsv"), listings, treats);
            feeds.add(feed("price-history", "price-history.tsv", ""));
            OtherFeeds.reviews(folder.resolve("reviews.xml"), opinions());
            feeds.add(feed("reviews", "reviews.xml", ""));
            OtherFeeds.members(folder.resolve("members.json"), seed, today);
            feeds.add(feed("members", "members.json", ""));
            OtherFeeds.staff(folder.resolve("staff.json"));
            feeds.add(feed("staff", "staff.json", ""));
            campaigns(folder.resolve("campaigns.json"));
            feeds.add(feed("campaigns", "campaigns.json", ""));
            guide(folder.resolve("demo.json"));
            Path manifest = folder.resolve(MANIFEST);
            OtherFeeds.json(manifest, "feeds", feeds);
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException("sample mall: cannot write to " + folder, e);
        }
    }

    private Map<String, Object> products(ProductFeeds writer, Path folder, Shop shop)
            throws IOException {
        List<Listing> own = listings.stream().filter(l -> l.shop().equals(shop)).toList();
        boolean rss = shop.format().equals("rss");
        String name = shop.id() + (rss ? ".xml" : ".tsv");
        if (rss) {
            writer.rss(folder.resolve(name), shop, own);
        } else {
            writer.tsv(folder.resolve(name), own);
        }
        return feed("products", "products/" + name, shop.id());
    }

    private static Map<String, Object> feed(String kind, String file, String merchant) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("kind", kind);
        feed.put("file", file);
        if (!merchant.isEmpty()) {
            feed.put("merchant", merchant);
        }
        return feed;
    }

    List<Opinion> opinions() {
        Stream<Opinion.Subject> goods =
                listings.stream()
                        .map(
                                l ->
                                        new Opinion.Subject(
                                                l.offerId(),
                                                l.product().gtin().display(),
                                                l.product().title(),
                                                l.product().group(),
                                                l.product().title().equals(Listing.HERO)));
        Stream<Opinion.Subject> services =
                treats.stream()
                        .map(t -> new Opinion.Subject(t.offerId(), "", t.title(), t.voice(), true));
        return Opinion.all(REVIEWS, Stream.concat(goods, services).toList(), seed, today);
    }

    private void pictures(Path folder) {
        Map<String, Product.Sight> sights = new TreeMap<>();
        listings.forEach(l -> sights.put(l.product().picture().file(), l.product().picture()));
        treats.forEach(t -> sights.put(t.picture().file(), t.picture()));
        sights.values().parallelStream()
                .forEach(
                        s ->
                                write(
                                        folder.resolve(s.file()),
                                        Studio.picture(s.motif(), s.rgb(), s.look())));
        Lines.of("campaigns.txt").parallelStream()
                .forEach(
                        f ->
                                write(
                                        folder.resolve("campaign-" + f.get(0) + ".jpg"),
                                        Studio.slide(
                                                Motif.named(f.get(1)),
                                                Integer.parseInt(f.get(2), 16),
                                                0)));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("sample mall: cannot write " + file, e);
        }
    }

    private void campaigns(Path file) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (List<String> f : Lines.of("campaigns.txt")) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("id", f.get(0));
            m.put("headline", f.get(3));
            m.put("text", f.get(4));
            m.put("image_link", "pictures/campaign-" + f.get(0) + ".jpg");
            offer(f.get(5), f.get(6)).ifPresent(id -> m.put("offer", id));
            m.put("from", today.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
            m.put("until", today.plusDays(60).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
            all.add(m);
        }
        OtherFeeds.json(file, "campaigns", all);
    }

    private Optional<String> offer(String titleOrKey, String region) {
        return Stream.concat(
                        listings.stream()
                                .filter(l -> l.product().title().equals(titleOrKey))
                                .filter(l -> l.shop().region().equals(region))
                                .map(Listing::offerId),
                        treats.stream()
                                .filter(t -> t.key().equals(titleOrKey))
                                .filter(t -> t.shop().region().equals(region))
                                .map(Treat::offerId))
                .findFirst();
    }

    /** What to scan, for those who show the mall: codes, badges and PINs of the sample. */
    private void guide(Path file) throws IOException {
        Map<String, Object> guide = new LinkedHashMap<>();
        listings.stream()
                .filter(l -> l.product().title().equals(Listing.HERO))
                .findFirst()
                .ifPresent(
                        l -> {
                            guide.put("product", l.offerId());
                            guide.put("gtin", l.product().gtin().display());
                        });
        offer("haircut", "berlin").ifPresent(id -> guide.put("service", id));
        guide.put("member", OtherFeeds.memberCode(0).value());
        guide.put("badge", OtherFeeds.badge(0).value());
        guide.put("pin", OtherFeeds.pin(0));
        Files.writeString(file, Json.writeText(guide) + "\n");
    }
}
