package io.guidepost.kiosk.demo.bench;

import io.guidepost.kiosk.demo.Browser;
import io.guidepost.kiosk.demo.Child;
import io.guidepost.kiosk.demo.DemoException;
import io.guidepost.kiosk.demo.Installation;
import io.guidepost.kiosk.demo.KioskProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How long a kiosk takes from the start of its process to its first frame, and what it holds then.
 */
final class StartBench {
    private static final int RUNS = 7;
    private static final long LIMIT_NANOS = 60_000_000_000L;

    private final Installation installation;
    private final Path scratch;

    StartBench(Installation installation, Path scratch) {
        this.installation = installation;
        this.scratch = scratch;
    }

    List<Figure> run() {
        Path folder = scratch.resolve("start");
        List<Start> ours = new ArrayList<>();
        List<Start> theirs = new ArrayList<>();
        Optional<Path> program = Browser.program();
        try (ChromiumPeer peer =
                program.map(p -> new ChromiumPeer(p, scratch.resolve("chromium"))).orElse(null)) {
            for (int i = 0; i <= RUNS; i++) {
                Start own = start(folder);
                Start other = peer == null ? new Start(0, 0) : peer.start();
                // The first of each warms the disk's cache.
                if (i > 0) {
                    ours.add(own);
                    theirs.add(other);
                }
            }
        }
        Figure time =
                Figure.of(
                        "start.first-frame.ms",
                        "cold start to first frame (median of " + RUNS + ")",
                        median(ours, true),
                        "ms");
        Figure memory =
                Figure.of(
                        "start.memory.mb",
                        "memory with the first screen (PSS, median)",
                        median(ours, false),
                        "MB");
        return program.isPresent()
                ? List.of(
                        time.beside("Chromium", median(theirs, true)),
                        memory.beside("Chromium", median(theirs, false)))
                : List.of(time, memory);
    }

    private Start start(Path folder) {
        Path frame = folder.resolve("data").resolve("first-frame.json");
        List<String> command =
                KioskProcess.command(
                        installation,
                        folder,
                        Map.of("kiosk", "bench", "mqtt-url", "tcp://127.0.0.1:9"),
                        false);
        try {
            Files.deleteIfExists(frame);
            long begin = System.nanoTime();
            try (Child child =
                    Child.start("kiosk", command, Map.of(), scratch.resolve("start.log"))) {
                while (!Files.exists(frame)) {
                    child.mustBeAlive();
                    if (System.nanoTime() - begin > LIMIT_NANOS) {
                        throw new DemoException("The kiosk drew no frame in a minute.");
                    }
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                double milliseconds = (System.nanoTime() - begin) / 1e6;
                TimeUnit.SECONDS.sleep(1);
                return new Start(milliseconds, Memory.ofTree(child.pid()));
            }
        } catch (java.io.IOException e) {
            throw new DemoException("The start could not be measured: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Interrupted.", e);
        }
    }

    private static double median(List<Start> starts, boolean time) {
        return Samples.of(
                        starts.stream()
                                .mapToDouble(s -> time ? s.milliseconds() : s.megabytes())
                                .toArray())
                .median();
    }
}
