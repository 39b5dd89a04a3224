package io.guidepost.kiosk.catalogue;

import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.Offer;

/**
 * Goods on a shelf of this store: what its staff may put units on.
 *
 * @param merchant whose shelf it is; in the kiosk's own region
 */
public record ShelfOffer(Offer offer, Merchant merchant) {}
