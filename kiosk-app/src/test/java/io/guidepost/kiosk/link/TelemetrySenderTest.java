package io.guidepost.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.contract.fleet.DeviceReport;
import io.guidepost.contract.id.SessionId;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.health.DeviceReports;
import io.guidepost.kiosk.health.DeviceTelemetry;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.store.Store;
import io.guidepost.kiosk.testing.BackendSide;
import io.guidepost.kiosk.testing.BreakableProxy;
import io.guidepost.kiosk.testing.Mosquitto;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Telemetry against Mosquitto: what is dropped leaves a gap, and much change makes few batches. */
@Timeout(60)
class TelemetrySenderTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir Path folder;
    private final Counters counters = new Counters();
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final Devices devices = new Devices();
    private Mosquitto broker;
    private BackendSide backend;
    private BreakableProxy proxy;
    private Store store;
    private BackendLink link;
    private Subscription reporting = () -> {};

    TelemetrySenderTest() {}

    /** A kiosk's devices whose changes the test tells. */
    private static final class Devices implements DeviceReports {
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

        @Override
        public List<DeviceReport> all() {
            return List.of();
        }

        @Override
        public Subscription onStatus(Runnable changed) {
            listeners.add(changed);
            return () -> listeners.remove(changed);
        }

        void change() {
            listeners.forEach(Runnable::run);
        }
    }

    @BeforeEach
    void start() throws IOException {
        broker = Mosquitto.start(Files.createDirectories(folder.resolve("broker")));
        backend = BackendSide.start(broker.port());
        proxy = new BreakableProxy(broker.port());
        store = Store.open(folder.resolve("data"), BackendSide.KIOSK, counters, Clock.systemUTC());
        LinkSettings settings =
                new LinkSettings(
                        new LinkSettings.Who(
                                BackendSide.TENANT,
                                BackendSide.KIOSK,
                                BackendSide.GROUP,
                                Optional.empty(),
                                Optional.of(backend.key().verifyingKey())),
                        new LinkSettings.Where(
                                URI.create("tcp://127.0.0.1:" + proxy.port()), backend.http()),
                        new LinkSettings.Pace(
                                Duration.ofSeconds(1),
                                Duration.ofMillis(50),
                                Duration.ofMillis(200),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(1500),
                                Duration.ofSeconds(3)),
                        folder.resolve("data"),
                        "guidepost test");
        link =
                new BackendLink(
                        settings,
                        new BackendLink.Stores(store.outbox(), store.updates()),
                        new BackendLink.Engine(tasks, counters, Clock.systemUTC()));
        link.start(_ -> Optional.empty());
    }

    @AfterEach
    void stop() throws IOException {
        reporting.close();
        link.close();
        tasks.close();
        store.close();
        proxy.close();
        backend.close();
        broker.close();
    }

    private void report(DeviceTelemetry.Pace pace) {
        reporting =
                new DeviceTelemetry(
                                new DeviceTelemetry.Ends(
                                        devices, link.telemetry(), link.connection()),
                                tasks,
                                counters,
                                pace,
                                Clock.systemUTC())
                        .start();
        await().atMost(SOON).until(() -> !backend.batches().isEmpty());
    }

    private long last() {
        return backend.batches().getLast().seq();
    }

    @Test
    void whatIsDueOfflineIsDroppedAndTheNumbersTellHowMuch() {
        report(new DeviceTelemetry.Pace(Duration.ofMillis(100), Duration.ofMillis(50), 10));
        await().atMost(SOON).until(() -> last() >= 3);

        proxy.refuse(true);
        proxy.cut();
        await().atMost(SOON).until(() -> link.connection().get() == Connection.OFFLINE);
        long dropped = counters.get("telemetry.devices.dropped");
        store.events()
                .record(
                        new KioskEvent.SessionStarted(
                                new SessionId(UUID.randomUUID().toString()), Instant.now()));
        await().atMost(SOON).until(() -> counters.get("telemetry.devices.dropped") >= dropped + 5);
        long arrived = backend.batches().size();
        proxy.refuse(false);
        await().atMost(SOON).until(() -> backend.batches().size() > arrived + 1);

        reporting.close();
        List<DeviceBatch> all = List.copyOf(backend.batches());
        assertThat(all).extracting(DeviceBatch::seq).isSorted().doesNotHaveDuplicates();
        assertThat(all.getLast().seq() - all.size())
                .as("numbers that are missing")
                .isGreaterThanOrEqualTo(5);
        await().atMost(SOON).until(() -> store.outbox().size() == 0);
    }

    @Test
    void manyChangesAreToldTogetherAndNotWithoutEnd() {
        report(new DeviceTelemetry.Pace(NEVER, Duration.ofMillis(200), 4));
        for (int i = 0; i < 50; i++) {
            devices.change();
        }
        await().atMost(SOON).until(() -> last() == 2);

        // The connect and the fifty changes have taken two of four.
        for (int told = 3; told <= 4; told++) {
            long wanted = told;
            devices.change();
            await().atMost(SOON).until(() -> last() == wanted);
        }
        devices.change();
        assertThat(counters.get("telemetry.devices.put-off")).isPositive();
        await().during(Duration.ofMillis(500)).atMost(SOON).until(() -> last() == 4);
    }
}
