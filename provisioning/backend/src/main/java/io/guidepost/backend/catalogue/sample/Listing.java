package io.guidepost.backend.catalogue.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A product in a shop.
 *
 * @param member price for members in cents
 * @param shelf price in the shop in cents, where it differs from the kiosk's
 */
record Listing(
        Shop shop,
        Product product,
        PriceStory story,
        OptionalLong member,
        OptionalLong shelf,
        int units) {
    /** The product that demo and tour scan: sold in every city, honestly reduced in Berlin. */
    static final String HERO = "Espresso coffee, whole beans, 250 g";

    static List<Listing> all(List<Shop> shops, List<Product> products, long seed, LocalDate today) {
        List<Listing> listings = new ArrayList<>();
        for (Product product : products) {
            List<Shop> sellers =
                    shops.stream().filter(s -> s.group().equals(product.group())).toList();
            Random random = new Random(seed ^ product.sku().hashCode() * 0x9E3779B97F4A7C15L);
            int always = random.nextInt(sellers.size());
            boolean hero = product.title().equals(HERO);
            for (int i = 0; i < sellers.size(); i++) {
                if (hero || i == always || random.nextInt(100) < 55) {
                    listings.add(of(sellers.get(i), product, random, today, hero));
                }
            }
        }
        return listings;
    }

    private static Listing of(
            Shop shop, Product product, Random random, LocalDate today, boolean hero) {
        PriceStory story =
                hero
                        ? PriceStory.of(heroKind(shop), product.minor(), random, today)
                        : PriceStory.of(product.minor(), random, today);
        long now = story.today();
        long member = PriceStory.tidy(now * (88 + random.nextInt(8)) / 100);
        long shelf = PriceStory.tidy(now * 106 / 100);
        boolean hasMember = hero || random.nextInt(100) < 40;
        return new Listing(
                shop,
                product,
                story,
                hasMember && member < now ? OptionalLong.of(member) : OptionalLong.empty(),
                random.nextInt(100) < 30 && shelf > now
                        ? OptionalLong.of(shelf)
                        : OptionalLong.empty(),
                hero ? 24 : random.nextInt(100) < 4 ? 0 : 2 + random.nextInt(60));
    }

    private static PriceStory.Kind heroKind(Shop shop) {
        return switch (shop.region()) {
            case "berlin" -> PriceStory.Kind.HONEST;
            case "madrid" -> PriceStory.Kind.RAISED_FIRST;
            default -> PriceStory.Kind.PLAIN;
        };
    }

    String offerId() {
        return shop.id() + ":" + product.sku();
    }
}
