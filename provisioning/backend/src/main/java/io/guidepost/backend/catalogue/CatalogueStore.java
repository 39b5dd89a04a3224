package io.guidepost.backend.catalogue;

import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.id.GroupId;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The catalogue as the other features need it. All methods but {@link #document} take part in the
 * caller's transaction. Thread-safe.
 */
public interface CatalogueStore {
    /** The offer with the units that can be reserved now; empty for unknown and ended ones. */
    Optional<Offer> offer(Handle transaction, OfferId id);

    Optional<Merchant> merchant(Handle transaction, MerchantId id);

    /**
     * Notes that these offers changed, in price, stock or else: raises the catalogue's version by
     * one and gives it to each of them. The caller asks {@link OfferPublisher#changed} to publish
     * after its transaction.
     *
     * @return the new version
     */
    long touch(Handle transaction, Collection<OfferId> changed);

    /**
     * The document that a group's kiosks should have now: what changed since the newest snapshot,
     * and all campaigns that run now or later. Writes a new snapshot first where there is none or
     * where more than 100 offers changed since the last.
     */
    OffersDocument document(GroupId group);
}
