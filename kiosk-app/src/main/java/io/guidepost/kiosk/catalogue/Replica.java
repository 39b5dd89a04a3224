package io.guidepost.kiosk.catalogue;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.ReviewDigest;
import io.guidepost.contract.code.Gtin;
import io.guidepost.devices.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The kiosk's own copy of the catalogue on disk. Blocking; thread-safe. */
public interface Replica {
    /** Catalogue version it holds; 0 where it holds none. */
    long version();

    Optional<Offer> offer(OfferId id);

    List<Offer> byGtin(Gtin gtin);

    /** Offers of one category in the order of their titles. */
    List<Offer> inCategory(String category, int skip, int limit);

    /** Categories with the number of their offers, services first, then by name. */
    Map<String, Integer> categories();

    /** Offers whose merchant claims a higher price before, at most this many. */
    List<Offer> claimedDiscounts(int limit);

    Optional<Merchant> merchant(MerchantId id);

    /** Price points, oldest first. */
    List<PricePoint> history(OfferId id);

    Optional<ReviewDigest> reviews(OfferId id);

    /** All campaigns known. */
    List<Campaign> campaigns();

    /** Tells of each change after it is on disk. */
    Subscription onChange(Consumer<CatalogueChange> listener);
}
