package io.guidepost.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.devices.watchdog.Feeder;
import io.guidepost.devices.watchdog.Pulse;
import io.guidepost.devices.watchdog.ServiceManager;
import io.guidepost.kiosk.platform.UiExecutor;
import io.guidepost.kiosk.testing.FxToolkit;
import io.guidepost.kiosk.testing.NotifyPeer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A screen whose own thread is blocked: the service manager is no longer told that all is well. */
class StalledScreenTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofMillis(400);

    @TempDir Path folder;

    @Test
    void aBlockedScreenStopsTheFeeding() throws Exception {
        assumeTrue(NotifyPeer.canRun(), "needs python3 as the other end of the socket");
        FxToolkit.start();
        UiExecutor ui = UiExecutor.javafx();
        Path socket = folder.resolve("notify");
        CountDownLatch stall = new CountDownLatch(1);
        try (NotifyPeer peer = new NotifyPeer(socket);
                ServiceManager manager =
                        ServiceManager.of(
                                Map.of(
                                        "NOTIFY_SOCKET",
                                        socket.toString(),
                                        "WATCHDOG_USEC",
                                        "400000"));
                Feeder feeder =
                        new Feeder(
                                List.of(new Pulse("the screen's thread", ui::execute, LIMIT)),
                                manager,
                                List.of())) {
            feeder.start();
            await().atMost(SOON).until(() -> peer.fed() > 3);
            ui.execute(() -> waitFor(stall));
            await().atMost(SOON)
                    .until(
                            () ->
                                    peer.datagrams().stream()
                                            .anyMatch(d -> d.contains("has not answered")));
            long fed = peer.fed();
            await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> peer.fed() == fed);
            assertThat(peer.datagrams().getLast())
                    .startsWith("STATUS=the screen's thread has not answered for");
            stall.countDown();
            await().atMost(SOON).until(() -> peer.fed() > fed);
        } finally {
            stall.countDown();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            boolean _ = latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
