package io.guidepost.contract.catalogue;

import io.guidepost.contract.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A discount as the law lets it be claimed: against the lowest price of the days before the
 * reduction (Directive 98/6/EC, article 6a; ECJ C-330/23).
 *
 * <p>The strict reading is taken where the law leaves a choice: a further reduction is measured
 * against the lowest price before itself, so against the reduced one. Article 6a(5) lets member
 * states measure a series of growing reductions against the price before the first; that flatters
 * the discount, and is not done. Where an offer is younger than the window, the days that there are
 * count (article 6a(4)).
 *
 * @param lowest the lowest price in the window before today's price began
 * @param percent how far today's price lies below it, rounded down, at least 1
 */
public record HonestDiscount(Money lowest, int percent) {
    /** Days before the reduction in which the lowest price is looked for in the European Union. */
    public static final int EU_WINDOW_DAYS = 30;

    /**
     * The discount that may be shown today, if any. A claim that fails gives nothing, whatever the
     * merchant says.
     *
     * @param windowDays length of the window before the reduction began, such as {@link
     *     #EU_WINDOW_DAYS}
     */
    public static Optional<HonestDiscount> of(
            List<PricePoint> history, Money now, LocalDate today, int windowDays) {
        LocalDate began = today;
        List<PricePoint> past =
                history.stream()
                        .filter(p -> !p.from().isAfter(today))
                        .filter(p -> p.online().currency().equals(now.currency()))
                        .sorted(Comparator.comparing(PricePoint::from))
                        .toList();
        int last = past.size() - 1;
        while (last >= 0 && past.get(last).online().equals(now)) {
            began = past.get(last).from();
            last--;
        }
        Optional<Money> before =
                lowestIn(past.subList(0, last + 1), began.minusDays(windowDays), began);
        if (before.isEmpty() || before.get().compareTo(now) <= 0) {
            return Optional.empty();
        }
        Money lowest = before.get();
        int percent = (int) (100 * (lowest.minor() - now.minor()) / lowest.minor());
        return percent < 1 ? Optional.empty() : Optional.of(new HonestDiscount(lowest, percent));
    }

    /**
     * The lowest price that was in force on any day from {@code from} (inclusive) to {@code until}
     * (exclusive). Of two points of one day the later one is that day's price.
     */
    public static Optional<Money> lowestIn(
            List<PricePoint> sortedHistory, LocalDate from, LocalDate until) {
        Optional<Money> lowest = Optional.empty();
        for (int i = 0; i < sortedHistory.size(); i++) {
            PricePoint point = sortedHistory.get(i);
            boolean endsBefore =
                    i + 1 < sortedHistory.size()
                            && (!sortedHistory.get(i + 1).from().isAfter(from)
                                    || sortedHistory.get(i + 1).from().equals(point.from()));
            if (endsBefore || !point.from().isBefore(until)) {
                continue;
            }
            if (lowest.isEmpty() || point.online().compareTo(lowest.get()) < 0) {
                lowest = Optional.of(point.online());
            }
        }
        return lowest;
    }
}
