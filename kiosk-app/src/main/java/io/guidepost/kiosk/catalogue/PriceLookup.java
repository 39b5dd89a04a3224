package io.guidepost.kiosk.catalogue;

import java.util.List;

/** What a scanned product number led to. */
public sealed interface PriceLookup {
    /**
     * Somebody sells it.
     *
     * @param offers at least one; the kiosk's own region first, then the cheapest
     */
    record Found(List<OfferPage> offers) implements PriceLookup {
        /** The offer to show. */
        public OfferPage best() {
            return offers.getFirst();
        }
    }

    /** The kiosk has no catalogue yet: nobody can tell. */
    record NotYet() implements PriceLookup {}

    /** A right number, but nobody here sells it. */
    record Unknown() implements PriceLookup {}
}
