package io.guidepost.kiosk.catalogue;

import java.util.List;

/**
 * What the home screen shows.
 *
 * @param today the best honest discounts of today, at most 12
 * @param sections one for each category that has offers, services first
 */
public record HomePage(List<OfferCard> today, List<Section> sections, Freshness freshness) {
    /** The same, as old as it is now. */
    public HomePage aged(Freshness now) {
        return new HomePage(today, sections, now);
    }

    /**
     * One category.
     *
     * @param category the mall's name of it, such as {@code beauty}
     * @param cards the first of them, at most 12
     * @param total how many there are in all
     */
    public record Section(String category, List<OfferCard> cards, int total) {}
}
