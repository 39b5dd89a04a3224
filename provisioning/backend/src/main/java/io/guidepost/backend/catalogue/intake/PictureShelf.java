package io.guidepost.backend.catalogue.intake;

import io.guidepost.contract.catalogue.Picture;
import java.awt.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps pictures as JPEG by the digest of their bytes, scaled once so that kiosks need not. A file
 * that no offer refers to does no harm. Used by one import at a time.
 */
public final class PictureShelf {
    /** Widest or highest picture of an offer, in pixels. */
    public static final int OFFER_PIXELS = 800;

    /** Widest or highest slide of a campaign, in pixels. */
    public static final int SLIDE_PIXELS = 1440;

    private static final int MAX_BYTES = 20 << 20;

    /** Then a host is not asked again, so that a dead one cannot hold up an import for hours. */
    private static final int MAX_SILENCES = 3;

    private static final int REMEMBERED = 20_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Path folder;
    private final Duration patience;
    private final HttpClient http;

    /** How often in a row each host did not give what it was asked for. */
    private final Map<String, Integer> silences = new HashMap<>();

    private final Map<String, Picture> known =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Picture> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** Keeps pictures in this folder, which is served as {@code pictures/}. */
    public PictureShelf(Path folder) {
        this(folder, TIMEOUT);
    }

    /** With less patience for each picture. */
    PictureShelf(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
    }

    /**
     * Takes a picture in.
     *
     * @param link an http or https address, a file address, or a path relative to the feed
     * @param feed the feed's file
     * @param root folder below which files may be read
     * @throws BadPicture when it cannot be had or decoded
     */
    Picture take(String link, Path feed, Path root, int pixels) {
        String key = pixels + " " + feed.getParent() + " " + link;
        Picture picture = known.get(key);
        if (picture == null) {
            picture = keep(bytes(link, feed, root), pixels);
            known.put(key, picture);
        }
        return picture;
    }

    private byte[] bytes(String link, Path feed, Path root) {
        String lower = link.toLowerCase(Locale.ROOT);
        try {
            return lower.startsWith("http://") || lower.startsWith("https://")
                    ? fetched(URI.create(link))
                    : read(link, feed, root);
        } catch (IOException e) {
            throw new BadPicture("could not be read; is the link right?", e);
        } catch (IllegalArgumentException e) {
            throw new BadPicture("is not an http, https or file link or a relative path", e);
        }
    }

    private static byte[] read(String link, Path feed, Path root) throws IOException {
        Path file =
                link.startsWith("file:")
                        ? Path.of(URI.create(link))
                        : feed.toAbsolutePath().resolveSibling(link);
        Path real = file.toRealPath();
        if (!real.startsWith(root.toRealPath())) {
            throw new BadPicture("lies outside the feed's folder");
        }
        if (Files.size(real) > MAX_BYTES) {
            throw tooLarge();
        }
        return Files.readAllBytes(real);
    }

    /** The limit holds for the whole body, as a host may drip one byte at a time for ever. */
    private byte[] fetched(URI address) {
        String host = String.valueOf(address.getAuthority());
        if (silences.getOrDefault(host, 0) >= MAX_SILENCES) {
            throw new BadPicture("was not asked for: " + host + " does not answer");
        }
        CompletableFuture<HttpResponse<byte[]>> asked =
                http.sendAsync(
                        HttpRequest.newBuilder(address).build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
        try {
            HttpResponse<byte[]> response = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            silences.remove(host);
            if (response.statusCode() != 200) {
                throw new BadPicture("was answered with HTTP " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException | TimeoutException e) {
            asked.cancel(true);
            silences.merge(host, 1, Integer::sum);
            throw new BadPicture(
                    "could not be fetched within %d s and %d MB; is the link right?"
                            .formatted(patience.toSeconds(), MAX_BYTES >> 20),
                    e);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new BadPicture("was interrupted", e);
        }
    }

    private static BadPicture tooLarge() {
        return new BadPicture("may have " + (MAX_BYTES >> 20) + " MB");
    }

    private Picture keep(byte[] original, int pixels) {
        byte[] jpeg = Scaling.toJpeg(original, new Dimension(pixels, pixels));
        String sha256 = digest(jpeg);
        Path file = folder.resolve(sha256 + ".jpg");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Path part = Files.createTempFile(folder, "picture", ".part");
                Files.write(part, jpeg);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("pictures: cannot be kept in " + folder, e);
        }
        return new Picture(sha256 + ".jpg", sha256);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
