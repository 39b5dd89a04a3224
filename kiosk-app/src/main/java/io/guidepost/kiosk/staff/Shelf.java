package io.guidepost.kiosk.staff;

import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.Offer;

/**
 * Goods on a shelf of this store.
 *
 * @param merchant whose shelf it is
 */
public record Shelf(Offer offer, Merchant merchant) {}
