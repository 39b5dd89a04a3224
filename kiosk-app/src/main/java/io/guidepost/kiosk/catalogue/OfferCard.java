package io.guidepost.kiosk.catalogue;

import io.guidepost.contract.catalogue.HonestDiscount;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.Offer;
import java.util.Optional;

/**
 * An offer in a list.
 *
 * @param merchant empty where the replica does not know them
 * @param discount what may be claimed today
 * @param rating mean of all ratings, 1 to 5; 0 where there is none
 * @param reviews number of reviews
 */
public record OfferCard(
        Offer offer,
        Optional<Merchant> merchant,
        Optional<HonestDiscount> discount,
        double rating,
        int reviews) {
    /** Empty where the merchant is not in the replica. */
    public String merchantName() {
        return merchant.map(Merchant::name).orElse("");
    }
}
