package io.guidepost.kiosk.catalogue;

import io.guidepost.contract.catalogue.CatalogueLine;
import io.guidepost.contract.catalogue.OffersDocument;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/** How the replica is brought up to date. Blocking. */
public interface ReplicaUpdates {
    /** Catalogue version of the replica; 0 where it holds none. */
    long version();

    /** Applies the changes that are newer than the replica, and all campaigns; all or nothing. */
    void apply(OffersDocument document);

    /**
     * Replaces merchants, offers, histories and reviews by these; all or nothing. What the iterator
     * throws undoes it.
     *
     * @param lines without head and end
     */
    void replace(long version, Iterator<CatalogueLine> lines);

    /** Remembers when the replica was last known to be current. */
    void confirmed(Instant at);

    /** What was remembered last, also by an earlier run of the program. */
    Optional<Instant> confirmedAt();
}
