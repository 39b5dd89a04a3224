package io.guidepost.backend.catalogue.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Ninety days of one offer's price, in cents.
 *
 * @param steps what the price was from which day on, oldest first; the last is today's
 * @param claimed the price that the shop says it was before the sale
 */
record PriceStory(Kind kind, List<Step> steps, OptionalLong claimed) {
    static final int DAYS = 90;

    /** How the shop treats its customers. */
    enum Kind {
        /** No sale. */
        PLAIN,
        /** A sale against a price that stood for weeks. */
        HONEST,
        /** The price went up for some days so that it could come down. */
        RAISED_FIRST,
        /** The price was lower than the sale's within the last 30 days. */
        WAS_LOWER
    }

    record Step(LocalDate from, long minor) {}

    static PriceStory of(long recommended, Random random, LocalDate today) {
        int dice = random.nextInt(100);
        Kind kind =
                dice < 70
                        ? Kind.PLAIN
                        : dice < 86 ? Kind.HONEST : dice < 94 ? Kind.RAISED_FIRST : Kind.WAS_LOWER;
        return of(kind, recommended, random, today);
    }

    static PriceStory of(Kind kind, long recommended, Random random, LocalDate today) {
        long regular = tidy(recommended * (94 + random.nextInt(13)) / 100);
        long sale = tidy(regular * (72 + random.nextInt(17)) / 100);
        long lower = tidy(sale * 93 / 100);
        if (kind == Kind.PLAIN || lower >= sale || sale >= regular) {
            return plain(regular, random, today);
        }
        LocalDate start = today.minusDays(DAYS);
        LocalDate began = today.minusDays(1 + random.nextInt(9));
        List<Step> steps =
                switch (kind) {
                    case PLAIN, HONEST -> List.of(new Step(start, regular), new Step(began, sale));
                    case RAISED_FIRST ->
                            List.of(
                                    new Step(start, sale),
                                    new Step(began.minusDays(5 + random.nextInt(8)), regular),
                                    new Step(began, sale));
                    case WAS_LOWER ->
                            List.of(
                                    new Step(start, regular),
                                    new Step(began.minusDays(20), lower),
                                    new Step(began.minusDays(12), regular),
                                    new Step(began, sale));
                };
        return new PriceStory(kind, steps, OptionalLong.of(regular));
    }

    private static PriceStory plain(long price, Random random, LocalDate today) {
        List<Step> steps = new ArrayList<>();
        long before = tidy(price * (random.nextBoolean() ? 97 : 104) / 100);
        if (random.nextInt(10) < 4 && before != price) {
            steps.add(new Step(today.minusDays(DAYS), before));
            steps.add(new Step(today.minusDays(25 + random.nextInt(40)), price));
        } else {
            steps.add(new Step(today.minusDays(DAYS), price));
        }
        return new PriceStory(Kind.PLAIN, List.copyOf(steps), OptionalLong.empty());
    }

    long today() {
        return steps.getLast().minor();
    }

    /** Prices end in a nine, as they do. */
    static long tidy(long minor) {
        return Math.max(19, Math.round(minor / 10.0) * 10 - 1);
    }
}
