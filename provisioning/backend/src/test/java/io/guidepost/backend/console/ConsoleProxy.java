package io.guidepost.backend.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What may stand before a console: passes requests on, refuses the live stream while its backend
 * seems away, and gives single answers late.
 */
final class ConsoleProxy implements AutoCloseable {
    /** What no address contains. */
    private static final String NOTHING = " ";

    /** Live streams that were refused. */
    final AtomicInteger refused = new AtomicInteger();

    private final ConsoleFixture console;
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final Set<InputStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean away;
    private volatile boolean strangers;
    private volatile String late = NOTHING;
    private volatile CountDownLatch asked = new CountDownLatch(1);
    private volatile CountDownLatch release = new CountDownLatch(1);

    ConsoleProxy(ConsoleFixture console) throws IOException {
        this.console = console;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Live streams break, and new ones are answered with 503 until {@link #comeBack}. */
    void goAway() throws IOException {
        away = true;
        for (InputStream stream : open) {
            stream.close();
        }
    }

    void comeBack() {
        away = false;
    }

    /** Nobody is known any more, as after a new token; live streams break. */
    void forgetEverybody() throws IOException {
        strangers = true;
        for (InputStream stream : open) {
            stream.close();
        }
    }

    /** Holds back the next answer to a request whose address contains this. */
    void holdBack(String part) {
        asked = new CountDownLatch(1);
        release = new CountDownLatch(1);
        late = part;
    }

    void awaitHeldBack() throws InterruptedException {
        if (!asked.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody asked for " + late);
        }
    }

    void giveHeldBack() {
        release.countDown();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        boolean live = path.endsWith("/live");
        try (exchange) {
            if (live && away) {
                refused.incrementAndGet();
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            boolean held = path.contains(late);
            if (held) {
                late = NOTHING;
            }
            HttpResponse<InputStream> answer =
                    http.send(passedOn(exchange, path), HttpResponse.BodyHandlers.ofInputStream());
            if (held) {
                asked.countDown();
                boolean _ = release.await(20, TimeUnit.SECONDS);
            }
            answerWith(exchange, answer, live);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest passedOn(HttpExchange exchange, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(console.address(path));
        request.header("Accept", exchange.getRequestHeaders().getFirst("Accept"));
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        if (cookie != null && !strangers) {
            request.header("Cookie", cookie);
        }
        return request.build();
    }

    private void answerWith(HttpExchange exchange, HttpResponse<InputStream> answer, boolean live)
            throws IOException {
        for (String name : Set.of("Content-Type", "Set-Cookie", "Location")) {
            answer.headers()
                    .allValues(name)
                    .forEach(value -> exchange.getResponseHeaders().add(name, value));
        }
        try (InputStream body = answer.body()) {
            if (live) {
                open.add(body);
            }
            exchange.sendResponseHeaders(answer.statusCode(), 0);
            OutputStream out = exchange.getResponseBody();
            byte[] bytes = new byte[4096];
            for (int n = body.read(bytes); n >= 0; n = body.read(bytes)) {
                out.write(bytes, 0, n);
                out.flush();
            }
            out.close();
        } finally {
            open.remove(answer.body());
        }
    }

    @Override
    public void close() throws IOException {
        release.countDown();
        goAway();
        server.stop(0);
        http.shutdownNow();
    }
}
