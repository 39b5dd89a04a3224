package io.guidepost.kiosk.link;

import io.guidepost.contract.catalogue.Picture;
import io.guidepost.kiosk.catalogue.Pictures;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Counters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures on disk, named by their digest. Each is fetched once, four at a time; one that fails
 * rests for a while.
 */
final class PictureCache implements Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(PictureCache.class);
    private static final long LONGEST_PICTURE = 8L << 20;
    private static final long LARGEST_FOLDER = 1L << 30;
    private static final String BELOW = "pictures/";
    private static final int AT_ONCE = 4;
    private static final Duration REST = Duration.ofSeconds(20);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Downloads downloads;
    private final BackgroundTasks tasks;
    private final Counters counters;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<String, CompletableFuture<Optional<Path>>> underWay =
            new ConcurrentHashMap<>();
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    PictureCache(Path folder, Downloads downloads, BackgroundTasks tasks, Counters counters) {
        this.folder = folder;
        this.downloads = downloads;
        this.tasks = tasks;
        this.counters = counters;
    }

    private Optional<Path> cached(Picture picture) {
        return Optional.of(place(picture)).filter(Files::isRegularFile);
    }

    private Path place(Picture picture) {
        String name = DIGEST.matcher(picture.sha256()).matches() ? picture.sha256() : "none";
        return folder.resolve(name + extension(picture.path()));
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        String end = dot < 0 ? "" : path.substring(dot);
        return end.matches("\\.[a-z]{3,4}") ? end : "";
    }

    @Override
    public CompletionStage<Optional<Path>> file(Picture picture) {
        Optional<Path> there = cached(picture);
        if (there.isPresent()) {
            return CompletableFuture.completedStage(there);
        }
        Instant until = resting.getOrDefault(picture.sha256(), Instant.MIN);
        if (Instant.now().isBefore(until) || !DIGEST.matcher(picture.sha256()).matches()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        CompletableFuture<Optional<Path>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Path>> other = underWay.putIfAbsent(picture.sha256(), mine);
        if (other != null) {
            return other;
        }
        tasks.supply("fetch a picture", () -> fetch(picture))
                .whenComplete(
                        (path, failure) -> {
                            underWay.remove(picture.sha256());
                            mine.complete(failure == null ? path : Optional.empty());
                        });
        return mine;
    }

    private Optional<Path> fetch(Picture picture) {
        Path target = place(picture);
        places.acquireUninterruptibly();
        try {
            downloads.fetch(
                    new Downloads.Wanted(
                            BELOW + picture.path(),
                            Optional.empty(),
                            LONGEST_PICTURE,
                            picture.sha256()),
                    target);
            resting.remove(picture.sha256());
            return Optional.of(target);
        } catch (IOException e) {
            counters.count("link.picture.failed");
            LOG.debug("picture {}: {}", picture.path(), e.toString());
            if (resting.size() > 10_000) {
                resting.clear();
            }
            resting.put(picture.sha256(), Instant.now().plus(REST));
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    /** Keeps the folder from growing without end: the oldest go first. */
    void tidy() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> newestFirst =
                    all.sorted(Comparator.comparingLong(PictureCache::modified).reversed())
                            .toList();
            long total = 0;
            for (Path file : newestFirst) {
                total += Files.size(file);
                if (total > LARGEST_FOLDER) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("pictures could not be tidied: {}", e.toString());
        }
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
