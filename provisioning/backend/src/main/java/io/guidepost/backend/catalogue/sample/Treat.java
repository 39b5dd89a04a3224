package io.guidepost.backend.catalogue.sample;

import io.guidepost.backend.catalogue.sample.art.Motif;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A service of a shop.
 *
 * @param rule {@code every MINUTES} or {@code at HH:MM HH:MM …}
 * @param days such as {@code MON-SAT}
 * @param hours such as {@code 09:00-19:00}
 */
record Treat(
        Shop shop,
        String key,
        String title,
        String description,
        String category,
        PriceStory story,
        OptionalLong member,
        int minutes,
        int capacity,
        String rule,
        String days,
        String hours,
        Product.Sight picture) {
    static List<Treat> all(List<Shop> shops, long seed, LocalDate today) {
        List<Treat> treats = new ArrayList<>();
        for (List<String> f : Lines.of("services.txt")) {
            int city = 0;
            for (Shop shop : shops) {
                if (shop.sellsGoods() || !shop.category().equals(f.get(0))) {
                    continue;
                }
                treats.add(of(shop, f, city++, seed, today));
            }
        }
        return treats;
    }

    private static Treat of(Shop shop, List<String> f, int city, long seed, LocalDate today) {
        Random random = new Random(seed ^ (shop.id() + f.get(3)).hashCode() * 0x9E3779B97F4A7C15L);
        PriceStory story =
                PriceStory.of(Math.round(Double.parseDouble(f.get(5)) * 100), random, today);
        Motif motif = Motif.named(f.get(1));
        int rgb = shifted(Integer.parseInt(f.get(2), 16), city);
        String file = "service-%s-%d.jpg".formatted(f.get(3), city + 1);
        long member = PriceStory.tidy(story.today() * 9 / 10);
        return new Treat(
                shop,
                f.get(3),
                f.get(4),
                f.get(11),
                f.get(0),
                story,
                random.nextBoolean() && member < story.today()
                        ? OptionalLong.of(member)
                        : OptionalLong.empty(),
                Integer.parseInt(f.get(6)),
                Integer.parseInt(f.get(7)),
                f.get(8),
                f.get(9),
                f.get(10),
                new Product.Sight(file, motif, rgb, city));
    }

    /** The same motif in another light for each city. */
    private static int shifted(int rgb, int city) {
        java.awt.Color c = new java.awt.Color(rgb);
        float[] hsb = java.awt.Color.RGBtoHSB(c.getRed(), c.getGreen(), c.getBlue(), new float[3]);
        float turn = new float[] {0f, -0.045f, 0.06f}[city % 3];
        return java.awt.Color.HSBtoRGB(hsb[0] + turn, hsb[1], hsb[2]) & 0xffffff;
    }

    String offerId() {
        return shop.id() + ":" + key;
    }

    /** Pool of review sentences. */
    String voice() {
        return category.equals("beauty") ? "beauty-service" : category;
    }

    /** Days as the feed writes them: {@code MON}, {@code TUE} and so on. */
    List<String> dayNames() {
        List<String> week = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
        List<String> ends = Lines.cut(days.toUpperCase(Locale.ROOT), "-");
        return week.subList(week.indexOf(ends.getFirst()), week.indexOf(ends.getLast()) + 1);
    }
}
