package io.guidepost.kiosk.remote;

import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.platform.UiExecutor;
import io.guidepost.kiosk.ui.Panel;
import io.guidepost.kiosk.ui.PanelFrame;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Serves the screen on the local host, in simulator mode only: {@code GET screen.png} (with {@code
 * since=TAG}: the next one that differs, or 204 after 20 s), {@code GET screen.json} and {@code GET
 * nodes} (what is on it), {@code POST touch} with {@code {"x","y"}} in the panel's pixels, {@code
 * POST swipe} with {@code {"part"}} of the panel's height, negative upwards. Touches are real
 * toolkit events.
 */
public final class RemoteScreen implements AutoCloseable {
    private final Source source;
    private final Optional<String> token;
    private final Finger finger;
    private final ScreenPictures pictures;
    private final Javalin server;

    /**
     * What is served.
     *
     * @param name of the screen that is shown
     * @param firstFrame from the start of the process to the first picture; empty before
     */
    public record Source(
            Panel panel,
            PanelFrame frame,
            Observable<String> name,
            Observable<Optional<Duration>> firstFrame) {}

    /**
     * What {@code screen.json} says.
     *
     * @param photosUnderWay photos on the glass that have not arrived yet
     */
    record Report(
            String screen,
            long photosUnderWay,
            int width,
            int height,
            Optional<Long> firstFrameMillis,
            List<ScreenReader.Seen> nodes) {}

    private RemoteScreen(Source source, int port, Optional<String> token, UiExecutor ui) {
        this.source = source;
        this.token = token;
        this.finger = new Finger(source.frame(), ui);
        this.pictures = new ScreenPictures(source.frame(), finger);
        this.server = Javalin.create(this::configure).start("127.0.0.1", port);
    }

    /**
     * Starts serving on the loopback address.
     *
     * @param port 0 takes a free one
     * @param token what must stand in {@code Authorization: Bearer}; empty lets everybody on this
     *     machine in
     */
    public static RemoteScreen start(
            Source source, int port, Optional<String> token, UiExecutor ui) {
        return new RemoteScreen(source, port, token, ui);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = 4 * 1024;
        config.routes.before(this::checkToken);
        config.routes.exception(
                BadJson.class,
                (problem, context) ->
                        context.status(HttpStatus.BAD_REQUEST)
                                .result(String.valueOf(problem.getMessage())));
        config.routes.exception(
                IllegalArgumentException.class,
                (problem, context) ->
                        context.status(HttpStatus.BAD_REQUEST)
                                .result(String.valueOf(problem.getMessage())));
        config.routes.get("/screen.png", this::picture);
        config.routes.get("/screen.json", this::report);
        config.routes.get("/nodes", this::report);
        config.routes.post("/touch", this::touch);
        config.routes.post("/swipe", this::swipe);
    }

    private void checkToken(Context context) {
        context.header("Cache-Control", "no-store");
        if (token.isEmpty()) {
            return;
        }
        String shown = context.header("Authorization");
        byte[] wanted = ("Bearer " + token.get()).getBytes(StandardCharsets.UTF_8);
        if (shown == null
                || !MessageDigest.isEqual(wanted, shown.getBytes(StandardCharsets.UTF_8))) {
            context.status(HttpStatus.UNAUTHORIZED).result("The token is missing or wrong.");
            context.skipRemainingHandlers();
        }
    }

    private void picture(Context context) throws InterruptedException {
        String since = context.queryParam("since");
        Optional<ScreenPictures.Picture> picture =
                since == null || since.isEmpty()
                        ? Optional.of(pictures.now())
                        : pictures.newer(since.replace("\"", ""));
        if (picture.isEmpty()) {
            context.status(HttpStatus.NO_CONTENT);
            return;
        }
        context.header("ETag", picture.get().tag())
                .contentType("image/png")
                .result(picture.get().png());
    }

    private void report(Context context) {
        Report report =
                finger.onScreen(
                        () -> {
                            ScreenReader reader = new ScreenReader(source.frame().glass());
                            return new Report(
                                    source.name().get(),
                                    reader.photosUnderWay(),
                                    source.panel().width(),
                                    source.panel().height(),
                                    source.firstFrame().get().map(Duration::toMillis),
                                    reader.read());
                        });
        context.contentType("application/json").result(Json.write(report));
    }

    private void touch(Context context) {
        JsonNode body = Json.read(context.bodyAsBytes(), JsonNode.class);
        double x = number(body, "x", 0, source.panel().width());
        double y = number(body, "y", 0, source.panel().height());
        finger.touch(x, y);
        context.status(HttpStatus.NO_CONTENT);
    }

    private void swipe(Context context) {
        JsonNode body = Json.read(context.bodyAsBytes(), JsonNode.class);
        double part = number(body, "part", -0.8, 0.8);
        Panel panel = source.panel();
        double x = panel.width() * (panel.landscape() ? 0.7 : 0.5);
        double middle = panel.height() * (panel.landscape() ? 0.4 : 0.45);
        double way = part * panel.height();
        finger.swipe(
                x,
                Math.clamp(middle - way / 2, 1, panel.height() - 1),
                Math.clamp(middle + way / 2, 1, panel.height() - 1));
        context.status(HttpStatus.NO_CONTENT);
    }

    private static double number(JsonNode body, String field, double least, double most) {
        double value = body.path(field).asDouble(Double.NaN);
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    field + ": must be a number from " + least + " to " + most);
        }
        return value;
    }
}
