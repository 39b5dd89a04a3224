package io.guidepost.kiosk.catalogue;

import io.guidepost.contract.catalogue.OfferId;
import java.util.Set;

/**
 * The replica changed.
 *
 * @param version catalogue version it now has
 * @param offers those that changed; empty together with {@code all}
 * @param all the whole replica was replaced
 * @param campaigns campaigns changed
 */
public record CatalogueChange(long version, Set<OfferId> offers, boolean all, boolean campaigns) {
    /** Whether a page of this offer must be read again. */
    public boolean touches(OfferId offer) {
        return all || offers.contains(offer);
    }
}
