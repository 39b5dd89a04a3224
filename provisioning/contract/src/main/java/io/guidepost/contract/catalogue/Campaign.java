package io.guidepost.contract.catalogue;

import java.time.Instant;
import java.util.Optional;

/**
 * A slide of the attract loop; touching it opens its offer.
 *
 * @param from first instant at which it may be shown
 * @param until from here on it is not shown any more
 */
public record Campaign(
        String id,
        String headline,
        String text,
        Optional<Picture> picture,
        Optional<OfferId> offer,
        Instant from,
        Instant until) {
    public boolean runsAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
