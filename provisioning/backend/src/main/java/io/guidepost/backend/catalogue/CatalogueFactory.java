package io.guidepost.backend.catalogue;

import io.guidepost.backend.store.Database;
import java.nio.file.Path;
import java.time.Clock;

/** Makes the catalogue over a database. */
@FunctionalInterface
public interface CatalogueFactory {
    /**
     * Opens it.
     *
     * @param snapshots folder for the snapshots that kiosks fetch; a file {@code x} in it has the
     *     address {@code kiosk/snapshot/x}
     */
    CatalogueStore open(Database database, Path snapshots, Clock clock);
}
