package io.guidepost.backend.booking;

import io.guidepost.backend.catalogue.OfferPublisher;
import io.guidepost.backend.store.Database;

/** Ends holds whose time is over and lets the kiosks know what is free again. */
public final class HoldSweeper {
    private final Database database;
    private final Holds holds;
    private final OfferPublisher publisher;

    public HoldSweeper(Database database, Holds holds, OfferPublisher publisher) {
        this.database = database;
        this.holds = holds;
        this.publisher = publisher;
    }

    /** One pass; called every second. */
    public void sweep() {
        if (database.inTransaction(holds::expire) > 0) {
            publisher.changed();
        }
    }
}
