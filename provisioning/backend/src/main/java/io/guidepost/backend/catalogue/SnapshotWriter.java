package io.guidepost.backend.catalogue;

import io.guidepost.contract.catalogue.CatalogueLine;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.PriceHistory;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.Review;
import io.guidepost.contract.catalogue.ReviewDigest;
import io.guidepost.contract.catalogue.SnapshotRef;
import io.guidepost.contract.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;

/** Writes the whole catalogue of one version into a file that kiosks fetch. */
final class SnapshotWriter {
    /** Where the web serves the folder's files. */
    static final String ADDRESS = "kiosk/snapshot/";

    private static final int KEPT = 3;
    private static final int NEWEST_REVIEWS = 20;
    private static final int FETCHED_AT_ONCE = 1_000;

    private final Path folder;

    SnapshotWriter(Path folder) {
        this.folder = folder;
    }

    Optional<SnapshotRef> newest(Handle handle) {
        return handle.createQuery("select * from snapshots order by version desc limit 1")
                .map(
                        row ->
                                new SnapshotRef(
                                        row.getColumn("version", Long.class),
                                        row.getColumn("path", String.class),
                                        row.getColumn("length", Long.class),
                                        row.getColumn("sha256", String.class)))
                .findOne()
                .filter(ref -> Files.exists(folder.resolve(fileName(ref))));
    }

    private static String fileName(SnapshotRef ref) {
        return ref.path().substring(ADDRESS.length());
    }

    /** Writes a snapshot of what the transaction sees and makes it the newest. */
    void write(Handle handle, Instant now) {
        long version = CatalogueTables.version(handle);
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "snapshot", ".part");
            String sha256 = writeTo(part, handle, version, now);
            String name = "%d-%s.ndjson.gz".formatted(version, sha256.substring(0, 12));
            long length = Files.size(part);
            Files.move(
                    part,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            handle.createUpdate("delete from snapshots where version = :version")
                    .bind("version", version)
                    .execute();
            handle.createUpdate(
                            "insert into snapshots (version, path, length, sha256, taken_at) values"
                                    + " (:version, :path, :length, :sha256, :now)")
                    .bind("version", version)
                    .bind("path", ADDRESS + name)
                    .bind("length", length)
                    .bind("sha256", sha256)
                    .bind("now", now)
                    .execute();
            forgetOld();
        } catch (IOException e) {
            throw new UncheckedIOException("snapshot: cannot be written to " + folder, e);
        }
    }

    private static String writeTo(Path file, Handle handle, long version, Instant now)
            throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream raw = java.nio.channels.Channels.newOutputStream(channel);
                GZIPOutputStream out =
                        new GZIPOutputStream(new DigestOutputStream(raw, digest), 1 << 16)) {
            Sink sink = new Sink(out);
            sink.put(new CatalogueLine.Head(version, now));
            lines(handle, now, sink);
            sink.put(new CatalogueLine.End(sink.lines - 1));
            out.finish();
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void lines(Handle handle, Instant now, Sink sink) {
        handle.createQuery("select * from merchants order by id")
                .map(OfferRows::merchant)
                .useStream(all -> all.forEach(m -> sink.put(new CatalogueLine.OfMerchant(m))));
        handle.createQuery(OfferRows.SELECT + "where o.active order by o.id")
                .bind("now", now)
                .setFetchSize(FETCHED_AT_ONCE)
                .map(row -> OfferRows.offer(handle, row))
                .useStream(all -> all.forEach(o -> sink.put(new CatalogueLine.OfOffer(o))));
        histories(handle, sink);
        reviews(handle, sink);
    }

    private record Point(OfferId offer, PricePoint point) {}

    private static void histories(Handle handle, Sink sink) {
        Groups<Point> groups =
                new Groups<>(
                        Point::offer,
                        (offer, points) ->
                                sink.put(
                                        new CatalogueLine.OfHistory(
                                                new PriceHistory(
                                                        offer,
                                                        points.stream()
                                                                .map(Point::point)
                                                                .toList()))));
        handle.createQuery(
                        "select p.* from price_points p join offers o on o.id = p.offer_id where"
                                + " o.active order by p.offer_id, p.from_day")
                .setFetchSize(FETCHED_AT_ONCE)
                .map(
                        row ->
                                new Point(
                                        row.getColumn("offer_id", OfferId.class),
                                        OfferRows.pricePoint(row)))
                .useStream(all -> all.forEach(groups::add));
        groups.end();
    }

    private record Reviewed(OfferId offer, Review review) {}

    private static void reviews(Handle handle, Sink sink) {
        Groups<Reviewed> groups =
                new Groups<>(
                        Reviewed::offer,
                        (offer, all) -> sink.put(new CatalogueLine.OfReviews(digest(offer, all))));
        handle.createQuery(
                        "select r.* from reviews r join offers o on o.id = r.offer_id where"
                                + " o.active order by r.offer_id, r.written_on desc, r.id")
                .setFetchSize(FETCHED_AT_ONCE)
                .map(
                        row ->
                                new Reviewed(
                                        row.getColumn("offer_id", OfferId.class),
                                        new Review(
                                                row.getColumn("id", String.class),
                                                row.getColumn("rating", Integer.class),
                                                row.getColumn("title", String.class),
                                                row.getColumn("text", String.class),
                                                row.getColumn("author", String.class),
                                                row.getColumn("written_on", LocalDate.class),
                                                row.getColumn("verified", Boolean.class))))
                .useStream(all -> all.forEach(groups::add));
        groups.end();
    }

    private static ReviewDigest digest(OfferId offer, List<Reviewed> all) {
        List<Integer> histogram = new ArrayList<>(List.of(0, 0, 0, 0, 0));
        int verified = 0;
        for (Reviewed r : all) {
            int at = r.review().rating() - 1;
            histogram.set(at, histogram.get(at) + 1);
            verified += r.review().verified() ? 1 : 0;
        }
        return new ReviewDigest(
                offer,
                List.copyOf(histogram),
                verified,
                all.stream().limit(NEWEST_REVIEWS).map(Reviewed::review).toList());
    }

    /** Those that a kiosk may still be fetching stay; what a killed process left is removed. */
    private void forgetOld() throws IOException {
        List<Path> listed;
        try (Stream<Path> all = Files.list(folder)) {
            listed = all.toList();
        }
        for (Path part : listed) {
            if (part.getFileName().toString().endsWith(".part")) {
                Files.deleteIfExists(part);
            }
        }
        List<Path> files =
                listed.stream()
                        .filter(p -> p.getFileName().toString().endsWith(".ndjson.gz"))
                        .sorted(java.util.Comparator.comparing(SnapshotWriter::modified).reversed())
                        .toList();
        for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    /** Counts and writes lines. */
    private static final class Sink {
        private final OutputStream out;
        private long lines;

        Sink(OutputStream out) {
            this.out = out;
        }

        void put(CatalogueLine line) {
            try {
                out.write(Json.write(line));
                out.write('\n');
                lines++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
