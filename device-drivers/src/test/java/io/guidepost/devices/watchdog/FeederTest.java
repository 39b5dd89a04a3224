package io.guidepost.devices.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Watchdogs go hungry when the kiosk is ill: a real notify socket, and a pipe in place of the
 * machine's watchdog.
 */
class FeederTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration QUIET = Duration.ofMillis(400);

    @TempDir Path folder;

    @BeforeAll
    static void programs() {
        assumeTrue(NotifyPeer.canRun(), "needs python3 as the other end of the socket");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
    }

    /** What the kernel's end of the watchdog got. */
    private static final class Kernel implements AutoCloseable {
        final AtomicInteger fed = new AtomicInteger();
        volatile boolean disarmed;
        volatile boolean ended;
        private final InputStream pipe;

        /** Opening a pipe waits for the other end, so this is done beside it. */
        Kernel(Path fifo) throws IOException {
            this.pipe = Files.newInputStream(fifo);
            Thread.ofPlatform().daemon(true).start(this::read);
        }

        private void read() {
            try (pipe) {
                for (int next = pipe.read(); next >= 0; next = pipe.read()) {
                    disarmed = next == 'V';
                    fed.incrementAndGet();
                }
                ended = true;
            } catch (IOException _) {
                ended = true;
            }
        }

        @Override
        public void close() throws IOException {
            pipe.close();
        }
    }

    private Path fifo() throws Exception {
        Path fifo = folder.resolve("watchdog");
        Process made = new ProcessBuilder("/usr/bin/mkfifo", fifo.toString()).start();
        assertThat(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();
        return fifo;
    }

    private HardwareWatchdog watchdog(Path file, Duration patience) throws IOException {
        Path about = Files.createDirectories(folder.resolve("sys"));
        Files.writeString(about.resolve("timeout"), "1\n");
        return new HardwareWatchdog(
                new DeviceId(DeviceKind.WATCHDOG, "watchdog"),
                file,
                about,
                patience,
                Clock.systemUTC());
    }

    private static Map<String, String> environment(NotifyPeer peer) {
        return Map.of("NOTIFY_SOCKET", peer.address, "WATCHDOG_USEC", "200000");
    }

    @Test
    void aThreadThatStallsIsNoLongerCoveredUpAndFedAgainWhenItMoves() throws Exception {
        try (NotifyPeer peer = NotifyPeer.at(folder.resolve("notify"));
                ServiceManager manager = ServiceManager.of(environment(peer));
                ExecutorService screen = Executors.newSingleThreadExecutor();
                Feeder feeder =
                        new Feeder(
                                List.of(new Pulse("the screen's thread", screen, QUIET)),
                                manager,
                                List.of())) {
            feeder.start();
            await().atMost(SOON).until(() -> peer.alive() > 3);
            CountDownLatch stall = new CountDownLatch(1);
            screen.execute(() -> waitFor(stall));
            await().atMost(SOON)
                    .until(
                            () ->
                                    peer.datagrams().stream()
                                            .anyMatch(d -> d.contains("has not answered")));
            long fed = peer.alive();
            await().during(QUIET).atMost(SOON).until(() -> peer.alive() == fed);
            stall.countDown();
            await().atMost(SOON).until(() -> peer.alive() > fed);
            assertThat(peer.datagrams()).contains("STATUS=ready");
        }
    }

    @Test
    void theMachinesWatchdogGoesHungryAfterTheServiceManager() throws Exception {
        Path fifo = fifo();
        AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());
        try (NotifyPeer peer = NotifyPeer.at(folder.resolve("notify"));
                ServiceManager manager = ServiceManager.of(environment(peer));
                HardwareWatchdog dog = watchdog(fifo, Duration.ofMillis(700));
                Feeder feeder = new Feeder(List.of(trouble::get), manager, List.of(dog))) {
            dog.start();
            await().atMost(SOON).until(() -> dog.status() instanceof DeviceStatus.Ready);
            feeder.start();
            try (Kernel kernel = new Kernel(fifo)) {
                await().atMost(SOON).until(() -> kernel.fed.get() > 3);
                trouble.set(Optional.of("the drivers are no longer looked after"));
                await().atMost(SOON).until(() -> told(peer, "no longer looked after"));
                long byManager = peer.alive();
                int byKernel = kernel.fed.get();
                await().atMost(SOON).until(() -> kernel.fed.get() > byKernel);
                await().atMost(SOON)
                        .until(
                                () -> {
                                    int before = kernel.fed.get();
                                    await().pollDelay(QUIET).until(() -> true);
                                    return kernel.fed.get() == before;
                                });
                assertThat(peer.alive()).isEqualTo(byManager);
                await().atMost(SOON).until(() -> dog.status() instanceof DeviceStatus.Degraded);
                assertThat(kernel.disarmed).isFalse();
                trouble.set(Optional.empty());
                await().atMost(SOON).until(() -> dog.status() instanceof DeviceStatus.Ready);
                end(dog);
                await().atMost(SOON).until(() -> kernel.ended);
                assertThat(kernel.disarmed).isTrue();
            }
        }
    }

    @Test
    void aWatchdogThatNobodyFeedsIsNeverArmed() throws Exception {
        Path file = Files.createFile(folder.resolve("watchdog1"));
        try (HardwareWatchdog dog = watchdog(file, Duration.ZERO)) {
            dog.start();
            await().atMost(SOON).until(() -> dog.status() instanceof DeviceStatus.Ready);
        }
        assertThat(file).isEmptyFile();
    }

    @Test
    void aMachineWithoutWatchdogIsAStatus() throws Exception {
        try (HardwareWatchdog dog = watchdog(folder.resolve("none"), Duration.ZERO)) {
            dog.start();
            dog.feed();
            await().atMost(SOON).until(() -> dog.status() instanceof DeviceStatus.Disconnected);
            assertThat(dog.limit()).isEqualTo(Duration.ofSeconds(1));
            Files.delete(folder.resolve("sys/timeout"));
            assertThat(dog.limit()).isEqualTo(Duration.ofSeconds(15));
        }
    }

    private static void end(HardwareWatchdog dog) {
        dog.close();
    }

    private static boolean told(NotifyPeer peer, String part) {
        return peer.datagrams().stream().anyMatch(d -> d.contains(part));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            boolean _ = latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
