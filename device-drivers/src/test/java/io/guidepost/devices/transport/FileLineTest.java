package io.guidepost.devices.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.sim.PrinterModel;
import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.devices.transport.FileLine.Flow;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device file that is a pseudo-terminal of the kernel, with a printer behind it. */
class FileLineTest {
    private static final byte[] MUCH = new byte[1_000_000];

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Path device;

    @SuppressWarnings("NullAway.Init")
    private PrinterSimulator printer;

    @BeforeEach
    void start() throws Exception {
        device = directory.resolve("lp0");
        printer = PrinterSimulator.startTty(device, PrinterModel.FULL);
    }

    @AfterEach
    void stop() {
        printer.close();
    }

    @Test
    void bytesGoBothWays() throws Exception {
        try (ByteLine line = FileLine.to(device).open()) {
            line.write(new byte[] {0x10, 0x04, 0x01});
            byte[] answer = new byte[8];
            assertThat(line.read(answer, Duration.ofSeconds(5))).isEqualTo(1);
            assertThat(answer[0]).isEqualTo((byte) 0x12);
            assertThat(line.read(answer, Duration.ofMillis(10))).isZero();
        }
    }

    @Test
    void aSerialPortIsSetAndSpokenOver() throws Exception {
        for (Flow flow : Flow.values()) {
            try (ByteLine line = FileLine.tty(device, 19_200, flow).open()) {
                line.write(new byte[] {0x10, 0x04, 0x04});
                byte[] answer = new byte[8];
                assertThat(line.read(answer, Duration.ofSeconds(5))).isEqualTo(1);
            }
        }
        assertThatThrownBy(() -> FileLine.tty(device, 12_345, Flow.NONE).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("12345 baud");
    }

    @Test
    void aWriteEndsWhenTheDeviceStopsReading() throws Exception {
        printer.setDeaf(true);
        try (ByteLine line = FileLine.to(device, Duration.ofMillis(300)).open()) {
            long began = System.nanoTime();
            assertThatThrownBy(() -> line.write(MUCH))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("takes nothing");
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void closingEndsAWriteAndARead() throws Exception {
        printer.setDeaf(true);
        ByteLine line = FileLine.to(device).open();
        CompletableFuture<Void> writing = background(() -> line.write(MUCH));
        CompletableFuture<Void> reading =
                background(() -> line.read(new byte[10], Duration.ofMinutes(1)));
        Thread.sleep(100);
        long began = System.nanoTime();
        line.close();
        line.close();
        ended(writing);
        ended(reading);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThatThrownBy(() -> line.write(MUCH)).isInstanceOf(IOException.class);
    }

    @Test
    void pullingTheCableEndsARead() throws Exception {
        try (ByteLine line = FileLine.to(device).open()) {
            CompletableFuture<Void> reading =
                    background(() -> line.read(new byte[10], Duration.ofMinutes(1)));
            printer.unplug();
            ended(reading);
        }
        assertThatThrownBy(() -> FileLine.to(device).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void waitingCostsNoProcessorTime() throws Exception {
        printer.setDeaf(true);
        try (ByteLine line = FileLine.to(device, Duration.ofMillis(700)).open()) {
            var threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            line.read(new byte[10], Duration.ofMillis(300));
            assertThatThrownBy(() -> line.write(MUCH)).isInstanceOf(IOException.class);
            long spent = threads.getCurrentThreadCpuTime() - before;
            assertThat(Duration.ofNanos(spent)).isLessThan(Duration.ofMillis(300));
        }
    }

    @Test
    void descriptorsAreGivenBack() throws Exception {
        long before = descriptors();
        for (int i = 0; i < 20; i++) {
            FileLine.to(device).open().close();
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> descriptors() <= before + 2);
    }

    private static long descriptors() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static CompletableFuture<Void> background(Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon(true)
                .start(
                        () -> {
                            try {
                                work.run();
                                done.complete(null);
                            } catch (IOException e) {
                                done.completeExceptionally(e);
                            }
                        });
        return done;
    }

    private static void ended(CompletableFuture<Void> work) {
        assertThatThrownBy(() -> work.get(3, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }
}
