package io.guidepost.kiosk.link;

import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.catalogue.SnapshotRef;
import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.sign.VerifyingKey;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.catalogue.ReplicaUpdates;
import io.guidepost.kiosk.catalogue.UpdateClock;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.Observable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the replica up to what the group's offers document says. A document whose signature, form,
 * group or time is not right is refused and counted; a snapshot that is cut or changed on its way
 * as well, and the replica stays as it is.
 */
final class OffersUpdater implements UpdateClock {
    private static final Logger LOG = LoggerFactory.getLogger(OffersUpdater.class);
    private static final long LONGEST_SNAPSHOT = 1L << 30;
    private static final Duration REMEMBER_EVERY = Duration.ofSeconds(30);

    private final ReplicaUpdates replica;
    private final LinkSettings settings;
    private final Downloads downloads;
    private final BackgroundTasks tasks;
    private final Counters counters;
    private final Clock clock;
    private final AtomicReference<@Nullable OffersDocument> latest = new AtomicReference<>();
    private final ReentrantLock working = new ReentrantLock();
    private final FullJitter jitter = new FullJitter(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private volatile Optional<Instant> confirmed;
    private volatile Instant remembered = Instant.EPOCH;

    OffersUpdater(
            ReplicaUpdates replica,
            LinkSettings settings,
            Downloads downloads,
            BackgroundTasks tasks,
            Counters counters,
            Clock clock) {
        this.replica = replica;
        this.settings = settings;
        this.downloads = downloads;
        this.tasks = tasks;
        this.counters = counters;
        this.clock = clock;
        this.confirmed = replica.confirmedAt();
    }

    /**
     * Moves the time of the last confirmation on while the connection stands and the replica is
     * current.
     */
    Subscription follow(Observable<Connection> connection) {
        return tasks.every(
                "replica's age",
                Duration.ofSeconds(1),
                () -> {
                    if (connection.get() == Connection.ONLINE && isCurrent()) {
                        confirm();
                    }
                });
    }

    private boolean isCurrent() {
        OffersDocument document = latest.get();
        return document != null && replica.version() >= document.version();
    }

    private void confirm() {
        Instant now = clock.instant();
        confirmed = Optional.of(now);
        if (remembered.plus(REMEMBER_EVERY).isBefore(now)) {
            remembered = now;
            replica.confirmed(now);
        }
    }

    @Override
    public Optional<Instant> confirmedAt() {
        return confirmed;
    }

    /** The connection broke: what was the latest document may not be any more. */
    void forgetLatest() {
        latest.set(null);
    }

    /** A document came; quick, the work is done elsewhere. */
    void arrived(Mqtt.Incoming message) {
        tasks.run("offers document", () -> take(message));
    }

    private void take(Mqtt.Incoming message) {
        Optional<OffersDocument> read = check(message);
        if (read.isEmpty()) {
            return;
        }
        OffersDocument document = read.get();
        OffersDocument newest =
                latest.updateAndGet(
                        now -> now == null || now.version() <= document.version() ? document : now);
        if (document.equals(newest)) {
            bringUpToDate();
        }
    }

    private Optional<OffersDocument> check(Mqtt.Incoming message) {
        Optional<VerifyingKey> key = settings.who().key();
        if (key.isEmpty() || !signed(message, key.get())) {
            return refuse("bad-signature", "its signature is not right");
        }
        OffersDocument document;
        try {
            document = Json.read(message.payload().bytes(), OffersDocument.class);
        } catch (BadJson e) {
            return refuse("malformed", String.valueOf(e.getMessage()));
        }
        if (!document.group().equals(settings.who().group())) {
            return refuse("other-group", "it is for group " + document.group());
        }
        if (!clock.instant().isBefore(document.validUntil())) {
            return refuse("expired", "it was valid until " + document.validUntil());
        }
        if (document.version() < replica.version()) {
            return refuse("outdated", "version " + document.version() + " is behind the replica");
        }
        return Optional.of(document);
    }

    private static boolean signed(Mqtt.Incoming message, VerifyingKey key) {
        String signature = message.properties().getOrDefault(Envelope.SIGNATURE_PROPERTY, "");
        String keyId = message.properties().getOrDefault(Envelope.KEY_ID_PROPERTY, key.id());
        try {
            return keyId.equals(key.id())
                    && key.verifies(
                            message.payload().bytes(), Base64.getUrlDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<OffersDocument> refuse(String count, String why) {
        counters.count("link.document." + count);
        LOG.warn("offers document refused: {}", why);
        return Optional.empty();
    }

    private void bringUpToDate() {
        working.lock();
        try {
            OffersDocument document = latest.get();
            if (document == null || replica.version() > document.version()) {
                return;
            }
            if (replica.version() < document.since() || replica.version() == 0) {
                fetchSnapshot(document.snapshot());
            }
            replica.apply(document);
            counters.count("link.document.applied");
            LOG.info("catalogue is at version {}", document.version());
            jitter.reset();
            confirm();
        } catch (IOException | RuntimeException e) {
            counters.count("link.document.not-applied");
            LOG.warn("catalogue could not be brought up to date, tried again: {}", e.toString());
            var _ = tasks.after("offers document again", jitter.next(), this::bringUpToDate);
        } finally {
            working.unlock();
        }
    }

    private void fetchSnapshot(SnapshotRef ref) throws IOException {
        Path file = settings.folder().resolve("snapshot-" + ref.version() + ".ndjson.gz");
        if (ref.length() < 1 || ref.length() > LONGEST_SNAPSHOT) {
            throw new DownloadFailed(
                    "snapshot: length " + ref.length() + " is not from 1 to " + LONGEST_SNAPSHOT,
                    false);
        }
        try {
            downloads.fetch(
                    new Downloads.Wanted(
                            ref.path(), Optional.of(ref.length()), ref.length(), ref.sha256()),
                    file);
            try (SnapshotReader lines = new SnapshotReader(file, ref.version())) {
                replica.replace(ref.version(), lines);
            }
            counters.count("link.snapshot.applied");
        } catch (IOException | RuntimeException e) {
            counters.count("link.snapshot.refused");
            throw e;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
