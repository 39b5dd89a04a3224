package io.guidepost.kiosk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** {@code ./guidepost demo}: everything on this machine, until Ctrl-C. */
public final class DemoMain {
    private static final int WRONG_USE = 2;
    private static final String MARK = "guidepost-demo";

    private DemoMain() {}

    public static void main(String[] arguments) {
        QuietLogs.set();
        try {
            run(DemoOptions.parse(List.of(arguments), System.getenv()));
        } catch (DemoException | ChildDied e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof ChildDied ? 1 : WRONG_USE);
        }
    }

    private static void run(DemoOptions options) {
        Progress progress = new Progress(System.out);
        int console = Ports.claim(options.consolePort(), "console", "--console-port");
        int bench = Ports.claim(options.benchPort(), "device bench", "--bench-port");
        int mqtt = Ports.claim(options.mqttPort(), "MQTT broker", "--mqtt-port");
        OneAtATime alone = OneAtATime.in(options.data());
        prepare(options);
        boolean window = options.window() && hasDisplay();
        Rig rig =
                new Rig(
                        Installation.find(),
                        RigPlan.embedded(options.data(), console, mqtt, window),
                        progress);
        Stopper stopper = new Stopper(rig, progress);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stopper::stop));
        rig.clearLeftovers();
        BackendProcess backend = rig.startBackend();
        KioskUnit kiosk = rig.kiosk("kiosk-1");
        rig.start(kiosk, Map.of());
        BenchServer page =
                stopper.closing(
                        BenchServer.start(
                                kiosk,
                                new BenchCodes(
                                        SampleMall.in(options.data().resolve("backend"))
                                                .named(new HeadOffice(backend.console()))),
                                backend.console().address(),
                                bench));
        welcome(backend, page, window);
        String death =
                (String)
                        CompletableFuture.anyOf(
                                        backend.child().death(), kiosk.process().child().death())
                                .join();
        alone.close();
        System.err.println(death);
        System.exit(1);
    }

    private static void welcome(BackendProcess backend, BenchServer page, boolean window) {
        System.out.printf(
                """

                  Device bench  %s
                  Console       %s

                  Try first, on the device bench%s:
                    1. Click a product's code: the kiosk shows its price, history and reviews.
                    2. Click the member card, then look at the price again.
                    3. On the kiosk, Home, choose a haircut, a time and Pay; on the bench, Present card.
                    4. The voucher comes out of the printer, the sale stands in the console.
                  Ctrl-C stops everything; the next start goes on with the same data, --fresh starts over.
                %n\
                """,
                page.address(), backend.console().address(), window ? " and the kiosk window" : "");
    }

    /** A folder that is not ours is left alone. */
    private static void prepare(DemoOptions options) {
        Path data = options.data();
        Path mark = data.resolve(MARK);
        try {
            boolean ours = Files.exists(mark);
            if (!ours && Files.exists(data) && !isEmpty(data)) {
                throw new DemoException(
                        "The folder "
                                + data
                                + " holds something that is not a demo's; name another one with"
                                + " --data.");
            }
            if (ours && options.fresh()) {
                new Leftovers(data.resolve("processes")).end();
                empty(data);
            }
            Files.createDirectories(data);
            Files.writeString(mark, "Data of ./guidepost demo; --fresh deletes this folder.\n");
        } catch (IOException e) {
            throw new DemoException("The data folder " + data + " cannot be used: " + e, e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean hasDisplay() {
        return !System.getenv().getOrDefault("DISPLAY", "").isEmpty()
                || !System.getenv().getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
