package io.guidepost.backend.catalogue.feed;

import io.guidepost.contract.catalogue.Category;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sorts what feeds call a category into the mall's few, by the first level of its path. */
final class Shelves {
    /**
     * What the first level may be called besides the category's own id: usual words, and the first
     * level of Google's product taxonomy with its number there.
     */
    private static final Map<Category, List<String>> NAMES =
            Map.ofEntries(
                    Map.entry(Category.FOOD, List.of("restaurant", "restaurants")),
                    Map.entry(Category.CINEMA, List.of("film", "movies")),
                    Map.entry(Category.BEAUTY, List.of("hair", "cosmetics")),
                    Map.entry(Category.SPA, List.of("wellness")),
                    Map.entry(Category.FITNESS, List.of("gym")),
                    Map.entry(Category.TRAVEL, List.of("trips")),
                    Map.entry(Category.CAR_RENTAL, List.of("rental")),
                    Map.entry(
                            Category.GROCERY,
                            List.of("groceries", "food, beverages and tobacco", "412")),
                    Map.entry(
                            Category.ELECTRONICS,
                            List.of(
                                    "computers",
                                    "222",
                                    "cameras and optics",
                                    "141",
                                    "software",
                                    "2092")),
                    Map.entry(Category.HOME, List.of("home and garden", "536", "furniture", "436")),
                    Map.entry(Category.GARDEN, List.of("lawn and garden", "2962")),
                    Map.entry(
                            Category.FASHION,
                            List.of(
                                    "clothing",
                                    "shoes",
                                    "apparel and accessories",
                                    "166",
                                    "luggage and bags",
                                    "5181")),
                    Map.entry(Category.SPORT, List.of("sports", "sporting goods", "988")),
                    Map.entry(Category.DRUGSTORE, List.of("health and beauty", "469")),
                    Map.entry(Category.BABY, List.of("baby and toddler", "537")),
                    Map.entry(Category.TOYS, List.of("games", "toys and games", "1239")),
                    Map.entry(Category.BOOKS, List.of("media", "783")),
                    Map.entry(Category.OFFICE, List.of("stationery", "office supplies", "922")),
                    Map.entry(Category.TOOLS, List.of("hardware", "632")),
                    Map.entry(Category.PETS, List.of("animals and pet supplies", "1")));

    private static final Map<String, Category> KNOWN = known();

    private Shelves() {}

    private static Map<String, Category> known() {
        Map<String, Category> known = new HashMap<>();
        for (Category category : Category.values()) {
            known.put(category.id(), category);
        }
        NAMES.forEach((category, names) -> names.forEach(n -> known.put(n, category)));
        return known;
    }

    /**
     * The id of the first category that one of these fields names; {@link Category#OTHER} where
     * none does.
     */
    static String of(Fields f, String... names) {
        for (String name : names) {
            for (String path : f.list(name, "\n")) {
                Optional<Category> category = category(path);
                if (category.isPresent()) {
                    return category.get().id();
                }
            }
        }
        return Category.OTHER.id();
    }

    private static Optional<Category> category(String path) {
        int end = path.indexOf('>');
        String first = (end < 0 ? path : path.substring(0, end)).strip();
        return Optional.ofNullable(KNOWN.get(first.toLowerCase(Locale.ROOT).replace("&", "and")));
    }
}
