package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.CatalogueTables;
import io.guidepost.backend.catalogue.feed.FeedKind;
import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.backend.catalogue.feed.FeedReader;
import io.guidepost.backend.catalogue.feed.FeedUnreadable;
import io.guidepost.backend.catalogue.feed.LineProblem;
import io.guidepost.backend.member.Members;
import io.guidepost.backend.member.Staff;
import io.guidepost.backend.store.Database;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.Picture;
import io.guidepost.contract.id.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Imports feeds, each in one transaction: a feed with a broken line changes nothing, unless broken
 * lines may be skipped and are few. What happened stands in the tables {@code imports} and {@code
 * import_errors}. One import at a time.
 */
public final class FeedImporter {
    private final Database database;
    private final SmallIntake.People people;
    private final PictureShelf pictures;
    private final ImportRules rules;
    private final Clock clock;

    /** Imports into this database. */
    public FeedImporter(
            Database database,
            Members members,
            Staff staff,
            PictureShelf pictures,
            ImportRules rules,
            Clock clock) {
        this.database = database;
        this.people = new SmallIntake.People(members, staff);
        this.pictures = pictures;
        this.rules = rules;
        this.clock = clock;
    }

    /** Thrown through the transaction so that it is rolled back; never leaves this class. */
    private static final class Refused extends RuntimeException {
        Refused() {
            super("the feed is refused", null, false, false);
        }
    }

    /**
     * Imports one feed.
     *
     * @throws UncheckedIOException when the file breaks off while it is read; nothing is changed
     */
    public ImportReport run(ImportOrder order) {
        Instant started = clock.instant();
        Tally tally = new Tally();
        boolean committed = false;
        try {
            database.useTransaction(h -> read(h, order, tally));
            committed = true;
        } catch (Refused | TooManyProblems e) {
            // The tally knows why.
        } catch (FeedUnreadable e) {
            tally.unreadable(e.problem());
        }
        ImportReport report =
                new ImportReport(
                        order,
                        committed,
                        tally.accepted(),
                        tally.refused(),
                        tally.ignoredLines(),
                        tally.changedEntries(),
                        tally.problems());
        database.useTransaction(h -> note(h, report, started));
        return report;
    }

    private void read(Handle handle, ImportOrder order, Tally tally) {
        Intake intake = intake(handle, order, tally);
        FeedReader reader = new FeedReader(order.merchant(), rules.currency(), clock.instant());
        try (InputStream in = Files.newInputStream(order.file())) {
            reader.read(
                    order.kind(),
                    in,
                    new FeedReader.Listener() {
                        @Override
                        public void line(FeedLine line) {
                            if (tally.isNew(line)) {
                                intake.take(line);
                            }
                        }

                        @Override
                        public void problem(LineProblem problem, Optional<OfferId> offer) {
                            tally.broken(problem);
                            intake.leftOut(offer);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("feed " + order.file() + " cannot be read", e);
        }
        intake.end();
        if (!tally.passes(rules)) {
            throw new Refused();
        }
        finish(handle, order.kind(), tally);
    }

    private Intake intake(Handle handle, ImportOrder order, Tally tally) {
        ZonedDateTime now = clock.instant().atZone(rules.zone());
        return switch (order.kind()) {
            case PRODUCTS -> offers(handle, order, tally, "PRODUCT", now);
            case SERVICES ->
                    new ServiceIntake(
                            handle,
                            offers(handle, order, tally, "SERVICE", now),
                            new SlotPlanner(database, clock));
            case INVENTORY -> new StockRows(handle, tally, now.toInstant());
            case PRICE_HISTORY -> new PricePoints(handle, tally);
            case REVIEWS -> new ReviewIntake(handle, tally);
            case MERCHANTS, MEMBERS, STAFF, CAMPAIGNS ->
                    new SmallIntake(
                            handle,
                            tally,
                            people,
                            rules.group(),
                            (_, link) -> take(order, link, PictureShelf.SLIDE_PIXELS));
        };
    }

    private OfferIntake offers(
            Handle handle, ImportOrder order, Tally tally, String kind, ZonedDateTime now) {
        return new OfferIntake(
                handle,
                tally,
                kind,
                now,
                (_, link) -> take(order, link, PictureShelf.OFFER_PIXELS));
    }

    private Picture take(ImportOrder order, String link, int pixels) {
        return pictures.take(link, order.file().toAbsolutePath(), order.root(), pixels);
    }

    /** Gives all changed offers the next version, and asks for a snapshot where one is needed. */
    private static void finish(Handle handle, FeedKind kind, Tally tally) {
        if (tally.changedEntries() == 0) {
            return;
        }
        switch (kind) {
            case PRODUCTS, SERVICES, INVENTORY, CAMPAIGNS -> {
                // The offers document carries these.
            }
            case MERCHANTS, PRICE_HISTORY, REVIEWS -> CatalogueTables.needsSnapshot(handle);
            case MEMBERS, STAFF -> {
                return;
            }
        }
        long version = CatalogueTables.nextVersion(handle);
        handle.createUpdate("update offers set version = :version where version = 0")
                .bind("version", version)
                .execute();
    }

    private void note(Handle handle, ImportReport report, Instant started) {
        UUID id = Ids.newId();
        String feed = report.order().kind().text() + " " + report.order().file().getFileName();
        handle.createUpdate(
                        "insert into imports (id, feed, started_at, ended_at, committed, accepted,"
                                + " refused) values (:id, :feed, :started, :ended, :committed,"
                                + " :accepted, :refused)")
                .bind("id", id)
                .bind("feed", feed.length() > 200 ? feed.substring(0, 200) : feed)
                .bind("started", started)
                .bind("ended", clock.instant())
                .bind("committed", report.committed())
                .bind("accepted", report.accepted())
                .bind("refused", report.refused())
                .execute();
        List<LineProblem> problems = report.problems();
        if (problems.isEmpty()) {
            return;
        }
        PreparedBatch rows =
                handle.prepareBatch(
                        "insert into import_errors (import_id, line, field, reason) values (:id,"
                                + " :line, :field, :reason)");
        for (LineProblem problem : problems) {
            rows.bind("id", id)
                    .bind("line", problem.line())
                    .bind("field", limited(problem.field(), 100))
                    .bind("reason", limited(problem.reason(), 500))
                    .add();
        }
        rows.execute();
    }

    private static String limited(String text, int max) {
        return text.length() > max ? text.substring(0, max) : text;
    }
}
