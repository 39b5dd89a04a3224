package io.guidepost.contract.booking;

import io.guidepost.contract.catalogue.OfferId;
import java.time.Instant;

/**
 * A bookable time of a service.
 *
 * @param free places that are neither held nor booked
 */
public record Slot(SlotId id, OfferId service, Instant start, Instant end, int free) {}
