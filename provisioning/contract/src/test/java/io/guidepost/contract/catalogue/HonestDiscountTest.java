package io.guidepost.contract.catalogue;

import static io.guidepost.contract.catalogue.HonestDiscount.EU_WINDOW_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Directive 98/6/EC, article 6a, with ECJ C-330/23 of 26 September 2024 (Aldi Süd). */
class HonestDiscountTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @Test
    void aReductionIsMeasuredAgainstTheLowestPriceOfTheThirtyDaysBeforeIt() {
        assertThat(discount(70, at(90, 100), at(20, 95), at(10, 100), at(3, 70)))
                .hasValue(new HonestDiscount(eur(95), 26));
    }

    @Test
    void aPriceRaisedSoThatItCanComeDownIsNoDiscount() {
        assertThat(discount(80, at(90, 80), at(10, 100), at(3, 80))).isEmpty();
    }

    @Test
    void aPriceThatWasLowerWithinTheWindowIsNoDiscount() {
        assertThat(discount(80, at(90, 100), at(25, 79), at(20, 100), at(2, 80))).isEmpty();
    }

    @Test
    void theWindowEndsWhereTheReductionBeganNotToday() {
        // The reduction runs for 40 days; the 90 was in force in the 30 days before it.
        assertThat(discount(80, at(90, 100), at(60, 90), at(40, 80)))
                .hasValue(new HonestDiscount(eur(90), 11));
    }

    @Test
    void aPriceInForceOnTheFirstDayOfTheWindowCountsAndTheDayBeforeDoesNot() {
        assertThat(discount(80, at(90, 70), at(33, 100), at(3, 80)))
                .as("70 ended when the window began")
                .hasValue(new HonestDiscount(eur(100), 20));
        assertThat(discount(80, at(90, 70), at(32, 100), at(3, 80)))
                .as("70 was in force on the window's first day")
                .isEmpty();
    }

    @Test
    void aFurtherReductionIsMeasuredAgainstTheReducedPrice() {
        assertThat(discount(70, at(90, 100), at(20, 80), at(5, 70)))
                .hasValue(new HonestDiscount(eur(80), 12));
    }

    @Test
    void aPointThatRepeatsThePriceDoesNotBeginTheReductionAnew() {
        assertThat(discount(80, at(90, 100), at(40, 80), at(2, 80)))
                .hasValue(new HonestDiscount(eur(100), 20));
    }

    @Test
    void aPriceOfTodayThatIsNotInTheHistoryYetBeginsToday() {
        assertThat(discount(90, at(90, 100))).hasValue(new HonestDiscount(eur(100), 10));
    }

    @Test
    void lessThanOnePercentNoHistoryAndFuturePointsGiveNothing() {
        assertThat(discount(999, at(90, 1000), at(1, 999))).isEmpty();
        assertThat(discount(80)).isEmpty();
        assertThat(discount(80, new PricePoint(TODAY.plusDays(1), eur(100)))).isEmpty();
    }

    @Test
    void anOtherCurrencyIsNotCompared() {
        assertThat(discount(80, new PricePoint(TODAY.minusDays(50), Money.of(9_000, "HUF"))))
                .isEmpty();
    }

    @Test
    void ofTwoPointsOfADayTheLaterCounts() {
        assertThat(discount(80, at(90, 100), at(10, 50), at(10, 100), at(3, 80)))
                .hasValue(new HonestDiscount(eur(100), 20));
    }

    @Test
    void theWindowIsConfiguration() {
        List<PricePoint> history = List.of(at(90, 70), at(15, 100), at(3, 80));
        assertThat(HonestDiscount.of(history, eur(80), TODAY, EU_WINDOW_DAYS)).isEmpty();
        assertThat(HonestDiscount.of(history, eur(80), TODAY, 7))
                .hasValue(new HonestDiscount(eur(100), 20));
    }

    private static Optional<HonestDiscount> discount(long now, PricePoint... history) {
        return HonestDiscount.of(List.of(history), eur(now), TODAY, EU_WINDOW_DAYS);
    }

    private static PricePoint at(int daysAgo, long minor) {
        return new PricePoint(TODAY.minusDays(daysAgo), eur(minor));
    }

    private static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }
}
