package io.guidepost.backend.console;

import io.guidepost.backend.catalogue.CatalogueStore;
import io.guidepost.backend.catalogue.OfferPublisher;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.id.GroupId;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

/** Raises versions in the database and counts how often something was to be published. */
final class TouchedCatalogue implements CatalogueStore, OfferPublisher {
    private final AtomicInteger published = new AtomicInteger();

    int published() {
        return published.get();
    }

    void forget() {
        published.set(0);
    }

    @Override
    public void changed() {
        published.incrementAndGet();
    }

    @Override
    public long touch(Handle transaction, Collection<OfferId> changed) {
        transaction.execute("update catalogue_version set version = version + 1");
        long version =
                transaction
                        .createQuery("select version from catalogue_version")
                        .mapTo(Long.class)
                        .one();
        for (OfferId id : changed) {
            transaction.execute("update offers set version = ? where id = ?", version, id.value());
        }
        return version;
    }

    @Override
    public Optional<Offer> offer(Handle transaction, OfferId id) {
        throw new UnsupportedOperationException("the console does not ask");
    }

    @Override
    public Optional<Merchant> merchant(Handle transaction, MerchantId id) {
        throw new UnsupportedOperationException("the console does not ask");
    }

    @Override
    public OffersDocument document(GroupId group) {
        throw new UnsupportedOperationException("the console does not ask");
    }
}
