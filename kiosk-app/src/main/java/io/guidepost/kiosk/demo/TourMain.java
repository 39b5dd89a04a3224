package io.guidepost.kiosk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code ./guidepost tour}: the whole journey on free ports and a data folder that goes again. */
public final class TourMain {
    private static final int WRONG_USE = 2;

    private TourMain() {}

    public static void main(String[] arguments) {
        QuietLogs.set();
        try {
            CommandLine line =
                    CommandLine.parse("tour", List.of(arguments), Set.of(), Set.of("--out"));
            Path out = Path.of(line.value("--out").orElse("tour")).toAbsolutePath();
            TourReport report = run(Installation.find(), out, new Progress(System.out));
            System.out.println();
            System.out.println(
                    report.steps().stream().filter(TourStep::ok).count()
                            + " of "
                            + report.steps().size()
                            + " steps passed; see "
                            + out.resolve("tour.html"));
            System.exit(report.ok() ? 0 : 1);
        } catch (DemoException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
        }
    }

    /**
     * Runs the tour.
     *
     * @param out gets the report and its pictures; the programs' logs too where a step failed
     */
    public static TourReport run(Installation installation, Path out, Progress progress) {
        Instant startedAt = Instant.now();
        long begin = System.nanoTime();
        Path data = temporary();
        StepRecorder steps = new StepRecorder(out, progress);
        Map<String, Object> held;
        Rig rig = new Rig(installation, RigPlan.unattended(data), progress);
        Thread hook = Thread.ofPlatform().unstarted(rig::close);
        Runtime.getRuntime().addShutdownHook(hook);
        try (rig) {
            held = Tour.run(rig, data, steps);
        } finally {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        TourReport report =
                new TourReport(
                        startedAt, (System.nanoTime() - begin) / 1_000_000, steps.steps(), held);
        report.write(out);
        if (!report.ok()) {
            copyLogs(data.resolve("log"), out);
        }
        delete(data);
        return report;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("guidepost-tour-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyLogs(Path from, Path out) {
        try (Stream<Path> files = Files.list(from)) {
            Path to = Files.createDirectories(out.resolve("log"));
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(file.getFileName()),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
