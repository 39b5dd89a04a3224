package io.guidepost.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.testing.BackendSide;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DownloadsTest {
    private static final byte[] CONTENT = "a picture of tea".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private Downloads downloads;

    DownloadsTest() {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        downloads =
                new Downloads(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                        "kiosk-1",
                        Optional.of("secret"),
                        tasks,
                        Duration.ofMillis(200));
        server.createContext(
                "/good",
                exchange -> {
                    exchange.sendResponseHeaders(200, CONTENT.length);
                    exchange.getResponseBody().write(CONTENT);
                    exchange.close();
                });
        server.createContext(
                "/stalls",
                exchange -> {
                    exchange.sendResponseHeaders(200, CONTENT.length);
                    exchange.getResponseBody().write(CONTENT, 0, 5);
                    exchange.getResponseBody().flush();
                    try {
                        boolean _ = over.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        server.createContext(
                "/signed-in",
                exchange -> {
                    boolean known =
                            "Basic a2lvc2stMTpzZWNyZXQ="
                                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    exchange.sendResponseHeaders(known ? 503 : 401, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        downloads.close();
        server.stop(0);
        tasks.close();
    }

    private static Downloads.Wanted wanted(String path, byte[] content) {
        return new Downloads.Wanted(path, Optional.empty(), 1000, BackendSide.sha256(content));
    }

    @Test
    void givesOutOnlyWhatHasTheRightDigest() throws IOException {
        Path target = folder.resolve("picture");
        downloads.fetch(wanted("good", CONTENT), target);
        assertThat(target).hasBinaryContent(CONTENT);
        Files.delete(target);

        assertThatThrownBy(() -> downloads.fetch(wanted("good", new byte[3]), target))
                .hasMessageContaining("SHA-256");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givesUpOnATransferThatStallsAndKeepsWhatCame() {
        Path target = folder.resolve("picture");
        assertThatThrownBy(() -> downloads.fetch(wanted("stalls", CONTENT), target))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("picture.part")).hasSize(5);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(
                        () ->
                                downloads.fetch(
                                        new Downloads.Wanted(
                                                "good", Optional.empty(), 7, "0".repeat(64)),
                                        folder.resolve("picture")))
                .hasMessageContaining("longer than 7 bytes");
    }

    @Test
    void signsInAndSaysWhetherAnotherTryMakesSense() {
        assertThatThrownBy(
                        () ->
                                downloads.fetch(
                                        wanted("signed-in", CONTENT), folder.resolve("picture")))
                .isInstanceOfSatisfying(
                        DownloadFailed.class, e -> assertThat(e.worthAnotherTry()).isTrue());
    }

    @Test
    void goesNowhereButBelowTheBackendsAddress() {
        for (String path :
                new String[] {"http://elsewhere/x", "//elsewhere/x", "a/../../b", "a b"}) {
            assertThatThrownBy(
                            () -> downloads.fetch(wanted(path, CONTENT), folder.resolve("picture")))
                    .hasMessageContaining("not a path");
        }
    }
}
