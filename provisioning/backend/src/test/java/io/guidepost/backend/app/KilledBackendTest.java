package io.guidepost.backend.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.backend.catalogue.CatalogueTables;
import io.guidepost.backend.enrol.KioskCredentials;
import io.guidepost.backend.fixture.BackendFixture;
import io.guidepost.backend.fixture.Ports;
import io.guidepost.backend.fixture.TestKiosk;
import io.guidepost.backend.fixture.TestMall;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.KioskId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backend's process killed with SIGKILL while events stream: none lost, none twice. */
class KilledBackendTest {
    private static final int EVENTS = 1_500;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void acknowledgedEventsOutliveTheKillAndTheOthersAreTakenAfterwardsOnce() throws Exception {
        int port = Ports.free();
        Settings settings =
                BackendFixture.settings(
                        folder.resolve("data"),
                        new Settings.Mqtt.Embedded(new Settings.Listen("127.0.0.1", port)));
        TestMall mall;
        KioskCredentials credentials;
        try (Core core = Core.open(settings, Clock.systemUTC(), CatalogueTables::new)) {
            mall = TestMall.in(core);
            credentials =
                    core.people().kiosks().enrol(new KioskId("kiosk-1"), BackendFixture.GROUP);
        }
        Map<UUID, KioskEvent> outbox = new LinkedHashMap<>();
        for (int i = 0; i < EVENTS; i++) {
            outbox.put(
                    Ids.newId(),
                    new KioskEvent.StockRestocked(
                            Ids.newId(), mall.honey(), 1, mall.staff(), Instant.now()));
        }
        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        runAndKill(port, credentials, outbox, acknowledged, EVENTS / 4);
        runAndKill(port, credentials, outbox, acknowledged, EVENTS / 2);
        assertThat(acknowledged.size()).isLessThan(EVENTS);
        runAndKill(port, credentials, outbox, acknowledged, EVENTS);

        try (Core core = Core.open(settings, Clock.systemUTC(), CatalogueTables::new)) {
            assertThat(number(core, "select count(*) from inbox")).isEqualTo(EVENTS);
            assertThat(
                            number(
                                    core,
                                    "select units from stock where offer_id = '"
                                            + mall.honey()
                                            + "'"))
                    .isEqualTo(TestMall.HONEY_UNITS + EVENTS);
        }
    }

    /** Streams what is not acknowledged yet and kills the backend when so many are. */
    private void runAndKill(
            int port,
            KioskCredentials credentials,
            Map<UUID, KioskEvent> outbox,
            Set<UUID> acknowledged,
            int killAt)
            throws Exception {
        Process process = start(port);
        try {
            await().atMost(LIMIT).until(() -> listens(port, process));
            TestKiosk kiosk =
                    TestKiosk.connect(
                            BackendFixture.TOPICS, port, credentials.id(), credentials.secret());
            awaitOpen(kiosk);
            outbox.forEach(
                    (id, event) -> {
                        if (!acknowledged.contains(id)) {
                            var _ = kiosk.send(id, event);
                        }
                    });
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(2))
                    .until(
                            () -> {
                                acknowledged.addAll(kiosk.acknowledged());
                                return acknowledged.size() >= killAt;
                            });
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** As a kiosk does: events stay in the outbox until the backend says that it takes them. */
    private static void awaitOpen(TestKiosk kiosk) {
        kiosk.subscribe(BackendFixture.TOPICS.serviceState("inbox"));
        await().atMost(LIMIT)
                .until(
                        () ->
                                kiosk.received().stream()
                                        .anyMatch(
                                                m ->
                                                        new String(
                                                                        m.getPayloadAsBytes(),
                                                                        StandardCharsets.UTF_8)
                                                                .contains("true")));
    }

    private Process start(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.guidepost.backend.app.Main",
                        "serve",
                        "--data",
                        folder.resolve("data").toString(),
                        "--tenant",
                        BackendFixture.TENANT.value(),
                        "--http-port",
                        "0",
                        "--mqtt-port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(folder, "backend", ".log").toFile())
                .start();
    }

    private static boolean listens(int port, Process process) {
        assertThat(process.isAlive()).isTrue();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static long number(Core core, String sql) {
        return core.database().inTransaction(h -> h.select(sql).mapTo(Long.class).one());
    }
}
