package io.guidepost.kiosk.demo.bench;

import io.guidepost.kiosk.demo.Browser;
import io.guidepost.kiosk.demo.Child;
import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The usual way to build a kiosk: Chromium with a page. Shows what our first screen shows. */
final class ChromiumPeer implements AutoCloseable {
    private static final String PAGE =
            """
            <!doctype html><meta charset=utf-8><style>
            body{margin:0;height:100vh;display:flex;flex-direction:column;justify-content:center;
            padding:8vw;box-sizing:border-box;color:#fff;font:5vw sans-serif;
            background:linear-gradient(160deg,#0f766e,#12343b)} h1{font-size:11vw;margin:0 0 .4em}
            b{align-self:flex-start;background:#fff;color:#12343b;padding:.6em 1.2em;border-radius:1em}
            </style><h1>Look, compare, book.</h1><p>Scan any product for its online price and reviews.
            Book a service and pay right here.</p><b>Touch to start</b>
            <script>requestAnimationFrame(()=>requestAnimationFrame(()=>fetch('painted')))</script>
            """;

    private final Path program;
    private final Path scratch;
    private final Javalin server;
    private volatile CompletableFuture<Long> painted = new CompletableFuture<>();
    private int runs;

    ChromiumPeer(Path program, Path scratch) {
        this.program = program;
        this.scratch = scratch;
        this.server =
                Javalin.create(
                                config -> {
                                    config.startup.showJavalinBanner = false;
                                    config.startup.showOldJavalinVersionWarning = false;
                                    config.routes.get("/", context -> context.html(PAGE));
                                    config.routes.get(
                                            "/painted",
                                            context -> painted.complete(System.nanoTime()));
                                })
                        .start("127.0.0.1", 0);
    }

    /** One start with a used profile, in milliseconds; and the memory of all its processes. */
    Start start() {
        painted = new CompletableFuture<>();
        List<String> command =
                new ArrayList<>(Browser.command(program, scratch.resolve("profile")));
        command.addAll(List.of("--kiosk", "http://127.0.0.1:" + server.port() + "/"));
        long begin = System.nanoTime();
        try (Child child =
                Child.start(
                        "browser",
                        command,
                        Map.of(),
                        scratch.resolve("browser-" + runs++ + ".log"))) {
            long end = painted.get(30, TimeUnit.SECONDS);
            TimeUnit.SECONDS.sleep(1);
            return new Start((end - begin) / 1e6, Memory.ofTree(child.pid()));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the browser painted nothing", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
