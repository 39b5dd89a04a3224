package io.guidepost.devices.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.devices.Device;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.Watchdog;
import io.guidepost.devices.config.DeviceConfig;
import io.guidepost.devices.config.Surroundings;
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
                false,
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
            assertThat(dog.counters().get("retries")).isZero();
        }
    }

    @Test
    void theLimitIsThatOfTheArming() throws Exception {
        Path file = Files.createFile(folder.resolve("watchdog1"));
        try (HardwareWatchdog dog = watchdog(file, Duration.ZERO)) {
            dog.start();
            dog.feed();
            await().atMost(SOON).until(() -> dog.counters().get("feeds") > 0);
            Files.delete(folder.resolve("sys/timeout"));
            assertThat(dog.limit()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    /** Killed under a service manager, the kiosk comes back later than the Pi's limit allows. */
    @Test
    void underAServiceManagerTheMachinesWatchdogIsNeverArmed() throws Exception {
        Path file = Files.createFile(folder.resolve("watchdog1"));
        assertThat(fed(file, Map.of("NOTIFY_SOCKET", "/run/systemd/notify")))
                .contains("RuntimeWatchdogSec");
        assertThat(file).isEmptyFile();
        assertThat(fed(file, Map.of())).startsWith("Ready");
        assertThat(file).isNotEmptyFile();
    }

    /** The status of the driver's device after it was fed. */
    private String fed(Path file, Map<String, String> environment) {
        try (Surroundings around =
                        new Surroundings(
                                Clock.systemUTC(), folder.resolve("dev"), folder.resolve("sys"));
                Device made =
                        DeviceConfig.parse(
                                        Map.of(
                                                "device.dog.driver",
                                                "watchdog",
                                                "device.dog.path",
                                                file.toString()),
                                        List.of(new WatchdogDriver(environment)))
                                .devices()
                                .getFirst()
                                .maker()
                                .make(new DeviceId(DeviceKind.WATCHDOG, "watchdog"), around)) {
            Watchdog dog = (Watchdog) made;
            dog.start();
            await().atMost(SOON).until(() -> dog.status().usable());
            dog.feed();
            await().during(QUIET).atMost(SOON).until(() -> dog.status().usable());
            return dog.status().toString();
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
