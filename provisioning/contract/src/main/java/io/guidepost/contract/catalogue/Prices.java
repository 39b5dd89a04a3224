package io.guidepost.contract.catalogue;

import io.guidepost.contract.money.Money;
import java.util.Optional;

/**
 * What an offer costs today, fees included.
 *
 * @param online what a customer pays when buying at the kiosk
 * @param regular the price that the merchant claims it was before; shown struck through only where
 *     {@link HonestDiscount} agrees
 * @param inStore the price at the shelf, where the merchant publishes it
 * @param member the price for members
 */
public record Prices(
        Money online, Optional<Money> regular, Optional<Money> inStore, Optional<Money> member) {
    /**
     * What this customer pays: the member price for members where it is lower, else the online
     * price.
     */
    public Money payable(boolean isMember) {
        return isMember ? member.filter(m -> m.compareTo(online) < 0).orElse(online) : online;
    }
}
