package io.guidepost.devices.bench.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the process holds.
 *
 * @param threads platform threads that live
 * @param descriptors open files, sockets and ttys
 * @param heapBytes what is reachable
 */
record Footprint(int threads, int descriptors, long heapBytes) {
    private static final int SPARE = 8;
    private static final long SPARE_BYTES = 16L * 1024 * 1024;

    /** Reads it now, garbage collected. */
    static Footprint now() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Footprint(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                descriptorCount(),
                runtime.totalMemory() - runtime.freeMemory());
    }

    private static int descriptorCount() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return (int) open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What grew more since then than a device that just reconnects may need; empty: nothing. */
    String leakSince(Footprint before) {
        StringBuilder leak = new StringBuilder();
        if (threads > before.threads + SPARE) {
            leak.append("threads ");
        }
        if (descriptors > before.descriptors + SPARE) {
            leak.append("descriptors ");
        }
        if (heapBytes > before.heapBytes + SPARE_BYTES) {
            leak.append("memory ");
        }
        return leak.toString().strip();
    }

    @Override
    public String toString() {
        return threads
                + " threads, "
                + descriptors
                + " descriptors, "
                + heapBytes / 1024 / 1024
                + " MB reachable";
    }
}
