package io.guidepost.kiosk.demo.bench;

import io.guidepost.kiosk.demo.CommandLine;
import io.guidepost.kiosk.demo.DemoException;
import io.guidepost.kiosk.demo.Installation;
import io.guidepost.kiosk.demo.Progress;
import io.guidepost.kiosk.demo.QuietLogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code ./guidepost bench}: measures beside peers and prints the ratios. */
public final class BenchMain {
    private static final int WRONG_USE = 2;
    private static final List<String> ALL = List.of("start", "scan", "outbox");

    private BenchMain() {}

    public static void main(String[] arguments) {
        QuietLogs.set();
        try {
            CommandLine line =
                    CommandLine.parse(
                            "bench", List.of(arguments), Set.of(), Set.of("--json", "--markdown"));
            List<String> names = line.rest().isEmpty() ? ALL : line.rest();
            for (String name : names) {
                if (!ALL.contains(name)) {
                    throw new DemoException(
                            "bench: there is no '" + name + "'; there are " + ALL + ".");
                }
            }
            BenchReport report = run(names, new Progress(System.out));
            System.out.println();
            System.out.print(report.table());
            line.value("--json").ifPresent(file -> report.writeJson(Path.of(file)));
            line.value("--markdown").ifPresent(file -> write(Path.of(file), report, arguments));
        } catch (DemoException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
        }
        System.exit(0);
    }

    private static BenchReport run(List<String> names, Progress progress) {
        Installation installation = Installation.find();
        Path scratch = temporary();
        List<Figure> figures = new ArrayList<>();
        try {
            for (String name : names) {
                progress.say("Measuring " + name + " …");
                figures.addAll(
                        switch (name) {
                            case "start" -> new StartBench(installation, scratch).run();
                            case "scan" -> new ScanBench(installation, scratch, progress).run();
                            default -> new OutboxBench(scratch).run();
                        });
            }
        } finally {
            delete(scratch);
        }
        return new BenchReport(figures);
    }

    private static void write(Path file, BenchReport report, String[] arguments) {
        List<String> asked = new ArrayList<>(List.of(arguments));
        int option = asked.indexOf("--markdown");
        asked.subList(option, option + 2).clear();
        try {
            Files.writeString(
                    file,
                    report.markdown(("./guidepost bench " + String.join(" ", asked)).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("guidepost-bench-");
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
