package io.guidepost.kiosk.demo;

import io.guidepost.contract.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Chromium without a window, where one is installed: opens a page and takes its picture (Chrome
 * DevTools Protocol). For one thread at a time.
 */
public final class Browser implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** A picture is one long string: longer than what kiosks and backend take from each other. */
    private static final JsonMapper LARGE =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(64 << 20)
                                                    .build())
                                    .build())
                    .build();

    private final Child child;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final WebSocket socket;

    private Browser(Child child, URI page) {
        this.child = child;
        this.socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(page, new Receiver())
                        .join();
    }

    /** The program, where one is installed. */
    public static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The command that starts one without a window and without any talk to the outside. */
    public static List<String> command(Path program, Path profile) {
        return List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
    }

    /**
     * Starts one with a profile of its own.
     *
     * @param folder for profile and log
     */
    static Browser start(Path program, Path folder, int width, int height) {
        Path profile = folder.resolve("profile");
        List<String> arguments = new ArrayList<>(command(program, profile));
        arguments.addAll(
                List.of(
                        "--remote-debugging-port=0",
                        "--window-size=" + width + "," + height,
                        "about:blank"));
        Child child = Child.start("browser", arguments, Map.of(), folder.resolve("browser.log"));
        try {
            Path port = profile.resolve("DevToolsActivePort");
            String address =
                    Wait.until(
                            "the browser",
                            LIMIT,
                            () -> {
                                child.mustBeAlive();
                                return page(port);
                            });
            return new Browser(child, URI.create(address));
        } catch (RuntimeException e) {
            child.close();
            throw e;
        }
    }

    private static Optional<String> page(Path portFile) {
        if (!Files.exists(portFile)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(portFile);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            Http http =
                    new Http(URI.create("http://127.0.0.1:" + lines.getFirst() + "/"), Map.of());
            for (JsonNode target : http.get("json/list")) {
                if (target.path("type").asString("").equals("page")) {
                    return Optional.of(target.path("webSocketDebuggerUrl").asString(""));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new DemoException("The browser's port cannot be read.", e);
        }
    }

    /** Opens an address and waits until a JavaScript expression is true there. */
    void open(URI address, String ready) {
        call("Page.navigate", Map.of("url", address.toString()));
        Wait.until(
                ready + " in the browser",
                LIMIT,
                () -> evaluate("Boolean(" + ready + ")").asBoolean(false));
    }

    /** The value of a JavaScript expression. */
    JsonNode evaluate(String expression) {
        return call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
                .path("result")
                .path("value");
    }

    /** What is seen now, as PNG. */
    byte[] picture() {
        return Base64.getDecoder()
                .decode(
                        call("Page.captureScreenshot", Map.of("format", "png"))
                                .path("data")
                                .asString(""));
    }

    @Override
    public void close() {
        socket.abort();
        child.close();
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", parameters);
        try {
            socket.sendText(Json.writeText(message), true).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new DemoException("The browser did not answer " + method + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Interrupted.", e);
        } finally {
            waiting.remove(id);
        }
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode message = LARGE.readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> answer = waiting.get(message.path("id").asInt(0));
                if (answer != null) {
                    answer.complete(message.path("result"));
                }
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
