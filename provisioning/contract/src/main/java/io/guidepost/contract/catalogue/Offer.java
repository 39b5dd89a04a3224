package io.guidepost.contract.catalogue;

import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.money.UnitPrice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One merchant's offer of a product or a service.
 *
 * @param category id of a {@link Category}
 * @param gtin the product's number; services have none
 * @param unit price per unit of measure, for products sold by content
 * @param stock units that can still be reserved; empty for services, whose capacity is in their
 *     slots
 * @param duration how long a service takes; empty for products
 * @param version the catalogue version in which this offer last changed
 */
public record Offer(
        OfferId id,
        MerchantId merchant,
        Kind kind,
        String title,
        String description,
        Optional<String> brand,
        String category,
        Optional<Gtin> gtin,
        List<Picture> pictures,
        Prices prices,
        Optional<UnitPrice> unit,
        Optional<Integer> stock,
        Optional<Duration> duration,
        long version) {
    /** What is sold. */
    public enum Kind {
        PRODUCT,
        SERVICE
    }

    /**
     * Whether a unit can be reserved now as far as the catalogue knows; the backend decides when it
     * is held.
     */
    public boolean inStock() {
        return kind == Kind.SERVICE || stock.orElse(0) > 0;
    }
}
