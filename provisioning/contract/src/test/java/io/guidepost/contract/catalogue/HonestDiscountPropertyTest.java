package io.guidepost.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The class against the rule, written down again day by day. */
class HonestDiscountPropertyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @Property(tries = 2_000)
    void agreesWithTheRuleCountedDayByDay(
            @ForAll @Size(min = 1, max = 90) List<@IntRange(min = 90, max = 110) Integer> daily,
            @ForAll @IntRange(min = 1, max = 40) int window) {
        assertThat(HonestDiscount.of(points(daily), eur(daily.getLast()), TODAY, window))
                .isEqualTo(byTheDay(daily, window));
    }

    @Property(tries = 500)
    void aShorterWindowNeverLowersTheReference(
            @ForAll @Size(min = 31, max = 90) List<@IntRange(min = 50, max = 150) Integer> daily) {
        Optional<HonestDiscount> strict =
                HonestDiscount.of(points(daily), eur(daily.getLast()), TODAY, 30);
        Optional<HonestDiscount> lax =
                HonestDiscount.of(points(daily), eur(daily.getLast()), TODAY, 7);
        strict.ifPresent(
                s ->
                        assertThat(lax)
                                .hasValueSatisfying(
                                        l -> assertThat(l.percent() >= s.percent()).isTrue()));
    }

    /** The last price is today's. */
    private static Optional<HonestDiscount> byTheDay(List<Integer> daily, int window) {
        int now = daily.getLast();
        int began = daily.size() - 1;
        while (began > 0 && daily.get(began - 1) == now) {
            began--;
        }
        int lowest = Integer.MAX_VALUE;
        for (int day = Math.max(0, began - window); day < began; day++) {
            lowest = Math.min(lowest, daily.get(day));
        }
        if (lowest == Integer.MAX_VALUE || 100 * (lowest - now) / lowest < 1) {
            return Optional.empty();
        }
        return Optional.of(new HonestDiscount(eur(lowest), 100 * (lowest - now) / lowest));
    }

    /** Points only where the price changes. */
    private static List<PricePoint> points(List<Integer> daily) {
        List<PricePoint> points = new ArrayList<>();
        for (int i = 0; i < daily.size(); i++) {
            if (i == 0 || !daily.get(i).equals(daily.get(i - 1))) {
                points.add(
                        new PricePoint(TODAY.minusDays(daily.size() - 1L - i), eur(daily.get(i))));
            }
        }
        return points;
    }

    private static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }
}
