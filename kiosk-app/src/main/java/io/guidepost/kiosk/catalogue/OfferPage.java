package io.guidepost.kiosk.catalogue;

import io.guidepost.contract.catalogue.HonestDiscount;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.ReviewDigest;
import io.guidepost.contract.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the page of one offer shows.
 *
 * @param merchant empty where the replica does not know them
 * @param reviews empty where there is none
 * @param history online price over time, oldest point first
 * @param lowest lowest online price of the last {@code windowDays}, today's included; empty without
 *     history
 * @param discount what may be claimed today
 * @param others the same product at other merchants, cheapest first, at most 10
 * @param windowDays days in which the lowest price is looked for, 1 to 365
 */
public record OfferPage(
        Offer offer,
        Optional<Merchant> merchant,
        Optional<ReviewDigest> reviews,
        List<PricePoint> history,
        Optional<Money> lowest,
        Optional<HonestDiscount> discount,
        List<OfferCard> others,
        int windowDays,
        Freshness freshness) {
    /** The same, as old as it is now. */
    public OfferPage aged(Freshness now) {
        return new OfferPage(
                offer, merchant, reviews, history, lowest, discount, others, windowDays, now);
    }
}
