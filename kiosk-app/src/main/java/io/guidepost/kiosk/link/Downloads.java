package io.guidepost.kiosk.link;

import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.BackgroundTasks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches files from the backend by HTTP: taken up again where it stopped (RFC 9110, range
 * requests), and given out only when length and SHA-256 are right. Blocking.
 */
final class Downloads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final Duration WHOLE_LIMIT = Duration.ofMinutes(10);
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9._/~-]{1,300}(\\?[A-Za-z0-9._=&~-]{1,200})?");

    private final URI base;
    private final Optional<String> authorisation;
    private final BackgroundTasks tasks;
    private final Duration stallLimit;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_LIMIT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /**
     * What is wanted.
     *
     * @param path below the base address
     * @param length exact number of bytes where known
     * @param longest bytes, more is refused
     * @param sha256 lower-case hex
     */
    record Wanted(String path, Optional<Long> length, long longest, String sha256) {}

    /**
     * @param base ends with a slash
     * @param stallLimit how long a transfer may go on without a byte
     */
    Downloads(
            URI base,
            String kiosk,
            Optional<String> secret,
            BackgroundTasks tasks,
            Duration stallLimit) {
        this.base = base;
        this.tasks = tasks;
        this.stallLimit = stallLimit;
        this.authorisation =
                secret.map(
                        s ->
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        (kiosk + ":" + s)
                                                                .getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Fetches a file to this place. A part of it that an earlier try left beside it is continued.
     *
     * @throws DownloadFailed when it did not come or is not what was wanted
     */
    void fetch(Wanted wanted, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.createDirectories(target.toAbsolutePath().getParent());
        receive(wanted, part);
        long length = Files.size(part);
        if (wanted.length().isPresent() && length < wanted.length().get()) {
            throw new DownloadFailed("cut off after " + length + " bytes", true);
        }
        if (!digest(part).equals(wanted.sha256())) {
            Files.delete(part);
            throw new DownloadFailed("SHA-256 is wrong", true);
        }
        Files.move(
                part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void receive(Wanted wanted, Path part) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        if (have > 0 && wanted.length().map(l -> l == have).orElse(false)) {
            return;
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(wanted.path())).timeout(ANSWER_LIMIT);
        authorisation.ifPresent(value -> request.header("Authorization", value));
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case 200 -> guarded(body, part, 0, wanted.longest());
                case 206 -> {
                    if (!continues(response, have)) {
                        Files.deleteIfExists(part);
                        throw new DownloadFailed("the server sent another range", true);
                    }
                    guarded(body, part, have, wanted.longest());
                }
                case 416 -> {
                    Files.deleteIfExists(part);
                    throw new DownloadFailed("what was left from before does not fit", true);
                }
                default ->
                        throw new DownloadFailed(
                                "HTTP status " + response.statusCode(),
                                response.statusCode() >= 500);
            }
        }
    }

    private static boolean continues(HttpResponse<?> response, long have) {
        return response.headers()
                .firstValue("Content-Range")
                .map(range -> range.startsWith("bytes " + have + "-"))
                .orElse(false);
    }

    private URI address(String wanted) throws DownloadFailed {
        String path = wanted.startsWith("/") ? wanted.substring(1) : wanted;
        if (!PATH.matcher(path).matches()
                || path.startsWith("/")
                || path.contains("..")
                || path.contains("//")) {
            throw new DownloadFailed("not a path below the backend's address", false);
        }
        return base.resolve(path);
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DownloadFailed("interrupted", false);
        }
    }

    /** A body that stalls is closed by somebody else, for a read has no time limit of its own. */
    private void guarded(InputStream body, Path part, long from, long longest) throws IOException {
        AtomicLong progress = new AtomicLong(from);
        AtomicLong seen = new AtomicLong(-1);
        try (Subscription _ =
                tasks.every(
                        "stalled download",
                        stallLimit,
                        () -> {
                            if (progress.get() == seen.getAndSet(progress.get())) {
                                closeQuietly(body);
                            }
                        })) {
            copy(body, part, from, longest, progress);
        }
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debug("a stalled download was closed already", e);
        }
    }

    private static void copy(
            InputStream body, Path part, long from, long longest, AtomicLong progress)
            throws IOException {
        long deadline = System.nanoTime() + WHOLE_LIMIT.toNanos();
        try (FileChannel out =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(from);
            out.position(from);
            byte[] buffer = new byte[64 * 1024];
            long total = from;
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                total += n;
                progress.set(total);
                if (total > longest) {
                    throw new DownloadFailed("longer than " + longest + " bytes", false);
                }
                if (System.nanoTime() > deadline) {
                    throw new DownloadFailed("took longer than " + WHOLE_LIMIT, true);
                }
                var chunk = ByteBuffer.wrap(buffer, 0, n);
                while (chunk.hasRemaining()) {
                    int _ = out.write(chunk);
                }
            }
            out.force(true);
        }
    }

    private static String digest(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
