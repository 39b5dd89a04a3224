package io.guidepost.kiosk.demo;

import io.guidepost.contract.json.Json;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The device bench: a page on loopback with the kiosk's live screen and its simulated devices. Only
 * pages that it served itself may ask it for anything.
 */
final class BenchServer implements AutoCloseable {
    private static final Set<String> PAGES = Set.of("index.html", "bench.css", "bench.js");
    private static final long LONGEST_WAIT_NANOS = 20_000_000_000L;
    private static final long STEP_MILLIS = 80;

    private final KioskUnit kiosk;
    private final Bench bench;
    private final BenchCodes codes;
    private final URI console;
    private final Javalin server;

    private BenchServer(KioskUnit kiosk, BenchCodes codes, URI console, int port) {
        this.kiosk = kiosk;
        this.bench = new Bench(kiosk.devices());
        this.codes = codes;
        this.console = console;
        this.server = Javalin.create(this::configure).start("127.0.0.1", port);
    }

    /** Starts serving on loopback. */
    static BenchServer start(KioskUnit kiosk, BenchCodes codes, URI console, int port) {
        return new BenchServer(kiosk, codes, console, port);
    }

    /** Where a person opens it. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + "/");
    }

    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = 64 * 1024;
        config.routes.before(BenchServer::refuseStrangers);
        config.routes.exception(DemoException.class, BenchServer::explain);
        config.routes.get("/", context -> page(context, "index.html"));
        for (String page : PAGES) {
            config.routes.get("/" + page, context -> page(context, page));
        }
        config.routes.get("/screen", this::screen);
        config.routes.get("/state", this::state);
        config.routes.get("/codes", context -> json(context, codes.groups()));
        config.routes.get("/codes/{file}", this::codePicture);
        config.routes.get("/paper.png", context -> png(context, bench.paper()));
        config.routes.post("/touch", this::touch);
        config.routes.post("/scan", this::scan);
        config.routes.post(
                "/terminal",
                context -> answer(context, bench.terminal(text(body(context), "action"))));
        config.routes.post(
                "/printer",
                context -> {
                    bench.printer(body(context));
                    answer(context, "");
                });
        config.routes.post(
                "/presence",
                context -> {
                    bench.presence(body(context).path("present").asBoolean());
                    answer(context, "");
                });
        config.routes.post(
                "/scanner",
                context -> answer(context, bench.plug(body(context).path("plugged").asBoolean())));
    }

    /**
     * Another site's page in the same browser must not press our buttons, whatever name it uses.
     */
    private static void refuseStrangers(Context context) {
        String host = context.host();
        String site = context.header("Sec-Fetch-Site");
        boolean ours =
                host != null && (host.startsWith("127.0.0.1:") || host.startsWith("localhost:"));
        if (!ours || !(site == null || site.equals("same-origin") || site.equals("none"))) {
            context.status(HttpStatus.FORBIDDEN).result("Only for pages of the bench itself.");
            context.skipRemainingHandlers();
        }
        context.header("Cache-Control", "no-store");
        context.header(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'");
    }

    private static void explain(DemoException problem, Context context) {
        context.status(HttpStatus.CONFLICT).result(String.valueOf(problem.getMessage()));
    }

    private static void page(Context context, String name) {
        try (InputStream in = BenchServer.class.getResourceAsStream("bench/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the bench's " + name + " is missing");
            }
            context.contentType(
                            name.endsWith(".css")
                                    ? "text/css"
                                    : name.endsWith(".js") ? "text/javascript" : "text/html")
                    .result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kiosk's picture once it differs from the one the page has. */
    private void screen(Context context) {
        String since = context.queryParam("since");
        HttpResponse<byte[]> newer = kiosk.screen().newer(since == null ? "" : since);
        context.status(newer.statusCode());
        newer.headers().firstValue("ETag").ifPresent(tag -> context.header("ETag", tag));
        if (newer.statusCode() == HttpStatus.OK.getCode()) {
            context.contentType("image/png").result(newer.body());
        }
    }

    private void state(Context context) throws InterruptedException {
        String since = context.queryParam("since");
        long end = System.nanoTime() + LONGEST_WAIT_NANOS;
        BenchState now = bench.state(console);
        while (now.version().equals(since) && System.nanoTime() < end) {
            Thread.sleep(STEP_MILLIS);
            now = bench.state(console);
        }
        json(context, now);
    }

    private void codePicture(Context context) {
        codes.find(context.pathParam("file").replaceFirst("\\.png$", ""))
                .ifPresentOrElse(
                        code -> png(context, code.picture()),
                        () -> context.status(HttpStatus.NOT_FOUND));
    }

    private void touch(Context context) {
        JsonNode point = body(context);
        kiosk.screen().touch(point.path("x").asDouble(), point.path("y").asDouble());
        answer(context, "");
    }

    private void scan(Context context) {
        BenchCode code =
                codes.find(text(body(context), "id"))
                        .orElseThrow(() -> new DemoException("There is no such code."));
        answer(context, bench.scan(code));
    }

    private static JsonNode body(Context context) {
        return Json.read(context.bodyAsBytes(), JsonNode.class);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static void answer(Context context, String sentence) {
        context.contentType("text/plain; charset=utf-8").result(sentence);
    }

    private static void json(Context context, Object value) {
        context.contentType("application/json").result(Json.write(value));
    }

    private static void png(Context context, java.awt.image.BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.contentType("image/png").result(bytes.toByteArray());
    }
}
