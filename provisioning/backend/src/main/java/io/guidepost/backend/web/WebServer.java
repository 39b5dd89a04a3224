package io.guidepost.backend.web;

import io.guidepost.backend.booking.BadRequest;
import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of kiosks and console. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long LARGEST_REQUEST = 1 << 20;

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts and returns when it listens.
     *
     * @param port 0 takes a free one
     * @throws WebUnusable when the port is busy
     */
    public static WebServer start(String host, int port, List<WebPart> parts) {
        Javalin javalin = Javalin.create(config -> configure(config, parts));
        try {
            return new WebServer(javalin.start(host, port));
        } catch (RuntimeException e) {
            javalin.stop();
            throw new WebUnusable(
                    "the HTTP server cannot listen on " + host + ":" + port + ": is it in use?", e);
        }
    }

    private static void configure(JavalinConfig config, List<WebPart> parts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.http.generateEtags = false;
        parts.forEach(part -> part.addTo(config.routes));
        config.routes.exception(
                BadJson.class, (e, context) -> error(context, HttpStatus.BAD_REQUEST, e));
        config.routes.exception(
                BadRequest.class, (e, context) -> error(context, HttpStatus.BAD_REQUEST, e));
        config.routes.exception(
                IllegalArgumentException.class,
                (e, context) -> error(context, HttpStatus.BAD_REQUEST, e));
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> error(context, HttpStatus.forStatus(e.getStatus()), e));
        config.routes.exception(
                RuntimeException.class,
                (e, context) -> {
                    LOG.error("{} {} failed", context.method(), context.path(), e);
                    error(
                            context,
                            HttpStatus.INTERNAL_SERVER_ERROR,
                            new IllegalStateException("the service failed, try again"));
                });
    }

    private static void error(Context context, HttpStatus status, Exception problem) {
        context.status(status)
                .contentType("application/json")
                .result(Json.write(Map.of("error", String.valueOf(problem.getMessage()))));
    }

    /** Where it listens. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
