package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.catalogue.Offer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Holds units of goods for the customer and goes on to paying. */
@FunctionalInterface
public interface Reserve {
    /**
     * Asks the backend to hold the units.
     *
     * @return the key of the sentence that says why not; empty where it is held. Never ends
     *     exceptionally
     */
    CompletionStage<Optional<String>> reserve(Offer offer, int quantity);
}
