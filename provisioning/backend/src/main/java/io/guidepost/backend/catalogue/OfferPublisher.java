package io.guidepost.backend.catalogue;

/** Brings changed offers and campaigns to the kiosks. Thread-safe. */
public interface OfferPublisher {
    /**
     * Offers, prices, stock or campaigns changed and the change is committed. Returns at once;
     * several calls within a short while lead to one publication of each group's document.
     */
    void changed();
}
