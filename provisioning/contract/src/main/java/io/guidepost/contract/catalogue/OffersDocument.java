package io.guidepost.contract.catalogue;

import io.guidepost.contract.id.GroupId;
import java.time.Instant;
import java.util.List;

/**
 * The one retained, signed, versioned document of a store group (topic {@code g/{group}/offers}). A
 * kiosk whose replica is at {@code since} or later applies {@code changed} and {@code history}; an
 * older one fetches the snapshot first and then applies what is newer than it.
 *
 * @param version catalogue version after applying
 * @param since the oldest replica version on which the changes can be applied
 * @param changed every offer that changed after {@code since}, whole, at most 100 and oldest change
 *     first
 * @param history new price points of those offers
 * @param campaigns all campaigns that run now or later
 * @param validUntil a kiosk does not apply the document later than this
 */
public record OffersDocument(
        GroupId group,
        long version,
        long since,
        SnapshotRef snapshot,
        List<Offer> changed,
        List<PriceHistory> history,
        List<Campaign> campaigns,
        Instant issuedAt,
        Instant validUntil) {}
