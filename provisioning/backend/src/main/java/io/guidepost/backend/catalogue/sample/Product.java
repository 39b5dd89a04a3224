package io.guidepost.backend.catalogue.sample;

import io.guidepost.backend.catalogue.sample.art.Motif;
import io.guidepost.contract.code.Gtin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A product as its maker sells it; several shops may offer it.
 *
 * @param size content or size such as {@code 500 ml}; empty where there is one size only
 * @param base measure of the unit price such as {@code 1 l}; empty for goods not sold by content
 * @param minor recommended price in cents
 * @param picture what its picture shows; sizes of one product share it
 */
record Product(
        String sku,
        String group,
        Gtin gtin,
        String title,
        String description,
        String brand,
        String category,
        String size,
        String base,
        long minor,
        Sight picture) {
    /** Prefix that GS1 keeps for demonstrations and examples. */
    static final String DEMO_PREFIX = "952";

    /** What a picture shows, and the file that holds it. */
    record Sight(String file, Motif motif, int rgb, int look) {}

    static List<Product> all() {
        List<Product> products = new ArrayList<>();
        int family = 0;
        for (List<String> f : Lines.of("products.txt")) {
            family++;
            List<String> brands = Lines.cut(f.get(4), ",");
            List<String> variants = Lines.cut(f.get(7), ";");
            for (int v = 0; v < variants.size(); v++) {
                List<String> variant = Lines.cut(variants.get(v), "#");
                int brand = (v + family) % brands.size();
                Sight sight =
                        new Sight(
                                "%s-%03d-%d.jpg".formatted(f.get(1), family, v + 1),
                                Motif.named(f.get(1)),
                                Integer.parseInt(variant.get(1), 16),
                                Math.floorMod(brands.get(brand).hashCode(), 8) + 8 * (v % 3));
                for (String size : Lines.cut(f.get(6), ";")) {
                    products.add(
                            product(
                                    products.size(),
                                    f,
                                    variant.get(0),
                                    brands.get(brand),
                                    size,
                                    sight));
                }
            }
        }
        return products;
    }

    private static Product product(
            int index, List<String> f, String variant, String brand, String sized, Sight sight) {
        List<String> size = Lines.cut(sized, "=");
        String number = DEMO_PREFIX + "%09d".formatted(410_000 + index * 7);
        String title = f.get(2).replace("{v}", variant);
        return new Product(
                f.get(0).substring(0, 2) + "-%04d".formatted(index + 1),
                f.get(0),
                Gtin.parse(number + Gtin.checkDigit(number)),
                size.get(0).isEmpty() ? title : title + ", " + size.get(0),
                f.get(8).replace("{v}", inSentence(f.get(8), variant)),
                brand,
                f.get(3),
                size.get(0),
                f.get(5).equals("-") ? "" : f.get(5),
                Math.round(Double.parseDouble(size.get(1)) * 100),
                sight);
    }

    /**
     * Variants stand in lower case inside a sentence, but not after a colon or at its beginning.
     */
    private static String inSentence(String text, String variant) {
        int at = text.indexOf("{v}");
        boolean starts = at <= 0 || text.startsWith(". ", at - 2) || text.startsWith(": ", at - 2);
        boolean name = variant.chars().skip(1).anyMatch(Character::isUpperCase);
        return starts || name
                ? variant
                : variant.substring(0, 1).toLowerCase(Locale.ROOT) + variant.substring(1);
    }
}
