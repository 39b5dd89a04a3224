package io.guidepost.kiosk.catalogue;

import java.time.Instant;
import java.util.Optional;

/**
 * How old what is shown may be.
 *
 * @param asOf when it was last known to be what the backend has; empty where that was never so
 * @param stale whether the screen must say "prices as of": the backend is away, or it is older than
 *     five minutes
 * @param ofToday whether {@code asOf} was today, so that its hour and minute say enough
 */
public record Freshness(Optional<Instant> asOf, boolean stale, boolean ofToday) {}
