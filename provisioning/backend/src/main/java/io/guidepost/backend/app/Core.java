package io.guidepost.backend.app;

import io.guidepost.backend.catalogue.CatalogueFactory;
import io.guidepost.backend.catalogue.CatalogueStore;
import io.guidepost.backend.enrol.Kiosks;
import io.guidepost.backend.insight.LiveStream;
import io.guidepost.backend.insight.Sales;
import io.guidepost.backend.member.CodeDigest;
import io.guidepost.backend.member.Members;
import io.guidepost.backend.member.Staff;
import io.guidepost.backend.store.Database;
import io.guidepost.backend.telemetry.Fleet;
import io.guidepost.contract.sign.SigningKey;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What needs the data folder only, no network: enough for commands such as an import.
 *
 * @param folders where things lie below the data folder
 */
public record Core(
        Settings settings,
        Clock clock,
        Folders folders,
        Database database,
        SigningKey key,
        CatalogueStore catalogue,
        People people,
        Watching watching)
        implements AutoCloseable {

    /** Where things lie below the data folder. */
    public record Folders(Path snapshots, Path pictures, Path broker, Path token) {}

    /** Who may do something: kiosks, members and staff. */
    public record People(Kiosks kiosks, Members members, Staff staff) {}

    /** What head office looks at. */
    public record Watching(Fleet fleet, Sales sales, LiveStream live) {}

    /** Opens the data folder. */
    public static Core open(Settings settings, Clock clock, CatalogueFactory catalogues) {
        Path data = settings.data();
        Folders folders =
                new Folders(
                        data.resolve("snapshots"),
                        data.resolve("pictures"),
                        data.resolve("broker"),
                        data.resolve("console.token"));
        Database database = Database.open(data.resolve("database"));
        try {
            KeyFiles keys = new KeyFiles(data.resolve("keys"));
            CodeDigest digest = new CodeDigest(keys.codes());
            Kiosks kiosks = new Kiosks(database, clock);
            kiosks.addGroup(settings.mall().group(), settings.mall().group().value());
            return new Core(
                    settings,
                    clock,
                    folders,
                    database,
                    keys.signing(),
                    catalogues.open(database, folders.snapshots(), clock),
                    new People(
                            kiosks,
                            new Members(database, digest),
                            new Staff(database, digest, clock)),
                    new Watching(
                            new Fleet(database, clock), new Sales(database), new LiveStream()));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
