package io.guidepost.backend.console;

import static org.awaitility.Awaitility.await;

import io.guidepost.contract.json.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless Chromium driven through its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("ws://127\\.0\\.0\\.1:(\\d+)/");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();

    private Browser(Process process, int port) throws Exception {
        this.process = process;
        record Target(String type, String webSocketDebuggerUrl) {}
        HttpRequest list =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json"))
                        .timeout(LIMIT)
                        .build();
        String targets = http.send(list, HttpResponse.BodyHandlers.ofString()).body();
        String page =
                Arrays.stream(Json.read(targets, Target[].class))
                        .filter(t -> t.type().equals("page"))
                        .findFirst()
                        .orElseThrow()
                        .webSocketDebuggerUrl();
        this.socket =
                http.newWebSocketBuilder()
                        .buildAsync(URI.create(page), new Listener())
                        .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private record Value(Optional<Object> value) {}

    private record Result(Optional<Value> result, Optional<Object> exceptionDetails) {}

    private record Answer(Optional<Integer> id, Optional<Result> result) {}

    /** Where Chromium is, if it is. */
    static Optional<Path> program() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(
                        f ->
                                List.of(Path.of(f, "chromium"), Path.of(f, "chromium-browser"))
                                        .stream())
                .filter(p -> p.toFile().canExecute())
                .findFirst();
    }

    static Browser start(Path program, Path profile) throws Exception {
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--user-data-dir=" + profile,
                                "--remote-debugging-port=0",
                                "--window-size=1440,900",
                                "about:blank")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return new Browser(process, port(process));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static int port(Process process) throws Exception {
        CompletableFuture<Integer> found = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (BufferedReader lines = process.errorReader()) {
                                String line = lines.readLine();
                                while (line != null) {
                                    Matcher address = ADDRESS.matcher(line);
                                    if (address.find()) {
                                        found.complete(Integer.parseInt(address.group(1)));
                                    }
                                    line = lines.readLine();
                                }
                            } catch (IOException e) {
                                found.completeExceptionally(e);
                            }
                        });
        return found.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    void open(URI address) {
        call("Page.navigate", Map.of("url", address.toString()));
    }

    /** The value of a JavaScript expression as text. */
    String eval(String expression) {
        Answer answer =
                call(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "returnByValue",
                                true,
                                "awaitPromise",
                                true));
        Result result = answer.result().orElseThrow();
        if (result.exceptionDetails().isPresent()) {
            throw new AssertionError(expression + ": " + result.exceptionDetails().get());
        }
        return result.result().flatMap(Value::value).map(Object::toString).orElse("");
    }

    /** Waits until an expression is true. */
    void waitFor(String expression, Duration limit) {
        await(expression)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                // There is no answer from a page that is just being left for another one.
                .ignoreException(NoSuchElementException.class)
                .until(() -> eval("Boolean(" + expression + ")").equals("true"));
    }

    private Answer call(String method, Map<String, Object> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, Object> message = new HashMap<>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", parameters);
        var _ = socket.sendText(Json.writeText(message), true);
        try {
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(method + " got no answer", e);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                Answer answer = Json.read(text.toString(), Answer.class);
                text.setLength(0);
                answer.id().map(waiting::remove).ifPresent(future -> future.complete(answer));
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
