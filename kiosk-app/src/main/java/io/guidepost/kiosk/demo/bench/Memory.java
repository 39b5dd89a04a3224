package io.guidepost.kiosk.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What programs hold in memory: shared pages count in parts (proportional set size, Linux). */
final class Memory {
    private static final double KILOBYTES = 1024.0;

    private Memory() {}

    /** Megabytes of a process and all that it started. */
    static double ofTree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()))
                .mapToDouble(p -> of(p.pid()))
                .sum();
    }

    private static double of(long pid) {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(l -> l.startsWith("Pss:"))
                    .mapToDouble(l -> Double.parseDouble(l.replaceAll("[^0-9]", "")) / KILOBYTES)
                    .sum();
        } catch (IOException _) {
            // Ended in the meantime: holds nothing any more.
            return 0;
        }
    }
}
