package io.guidepost.backend.catalogue.intake;

import io.guidepost.contract.id.GroupId;
import java.time.ZoneId;

/**
 * What holds for every import.
 *
 * @param group store group that campaigns are for
 * @param currency ISO 4217 code that the mall sells in
 * @param zone whose day a price change belongs to
 * @param skipBroken import the good lines of a feed that has broken ones; otherwise one broken line
 *     refuses the feed
 * @param maxBroken share of broken lines from which a feed is refused all the same, 0 to 1
 */
public record ImportRules(
        GroupId group, String currency, ZoneId zone, boolean skipBroken, double maxBroken) {
    /** Share of broken lines that is let pass where nothing else is asked. */
    public static final double DEFAULT_MAX_BROKEN = 0.05;

    public ImportRules {
        if (!(maxBroken >= 0 && maxBroken <= 1)) {
            throw new IllegalArgumentException("maxBroken: needs 0 to 1, got " + maxBroken);
        }
    }
}
