package io.guidepost.devices.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol of sd_notify(3) over real datagram sockets. */
class ServiceManagerTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir Path folder;

    @BeforeAll
    static void python() {
        assumeTrue(NotifyPeer.canRun(), "needs python3 as the other end of the socket");
    }

    @Test
    void tellsWhatSystemdUnderstands() throws Exception {
        try (NotifyPeer peer = NotifyPeer.at(folder.resolve("notify"));
                ServiceManager manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", peer.address))) {
            manager.ready();
            manager.alive();
            manager.status("the screen's\nthread does not answer");
            manager.stopping();
            await().atMost(SOON).until(() -> peer.datagrams().size() == 4);
            assertThat(peer.datagrams())
                    .containsExactly(
                            "READY=1|STATUS=ready",
                            "WATCHDOG=1",
                            "STATUS=the screen's thread does not answer",
                            "STOPPING=1|STATUS=ending");
            assertThat(manager.limit()).isEmpty();
        }
    }

    @Test
    void findsASocketInTheAbstractNamespace() throws Exception {
        try (NotifyPeer peer = NotifyPeer.named("guidepost-test-" + UUID.randomUUID());
                ServiceManager manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", peer.address))) {
            manager.alive();
            await().atMost(SOON).until(() -> peer.alive() == 1);
        }
    }

    @Test
    void honoursTheWatchdogThatIsMeantForThisProcessOrItsStarter() {
        String here = Long.toString(ProcessHandle.current().pid());
        String starter = Long.toString(ProcessHandle.current().parent().orElseThrow().pid());
        assertThat(limit("30000000", "")).hasValue(Duration.ofSeconds(30));
        assertThat(limit("30000000", here)).hasValue(Duration.ofSeconds(30));
        assertThat(limit("30000000", starter)).hasValue(Duration.ofSeconds(30));
        assertThat(limit("30000000", "999999999")).isEmpty();
        assertThat(limit("0", "")).isEmpty();
        assertThat(limit("soon", "")).isEmpty();
    }

    private java.util.Optional<Duration> limit(String micros, String pid) {
        try (ServiceManager manager =
                ServiceManager.of(
                        Map.of(
                                "NOTIFY_SOCKET",
                                folder.resolve("nobody").toString(),
                                "WATCHDOG_USEC",
                                micros,
                                "WATCHDOG_PID",
                                pid))) {
            return manager.limit();
        }
    }

    @Test
    void withoutAManagerNothingHappens() {
        try (ServiceManager none = ServiceManager.of(Map.of());
                ServiceManager gone =
                        ServiceManager.of(
                                Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString()));
                ServiceManager absurd =
                        ServiceManager.of(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(200)))) {
            for (ServiceManager manager : java.util.List.of(none, gone, absurd)) {
                manager.ready();
                manager.alive();
                manager.stopping();
                assertThat(manager.limit()).isEmpty();
            }
        }
    }
}
