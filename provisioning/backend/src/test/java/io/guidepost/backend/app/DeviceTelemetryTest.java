package io.guidepost.backend.app;

import static io.guidepost.backend.fixture.TestDevices.batch;
import static io.guidepost.backend.fixture.TestDevices.printer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.backend.fixture.BackendFixture;
import io.guidepost.backend.fixture.TestKiosk;
import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.contract.fleet.DeviceReport.State;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telemetry of devices through a whole backend and its broker. */
class DeviceTelemetryTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String REFUSED =
            "select count(*) from refused_messages where topic like ? and not money";

    @TempDir static Path folder;
    private static BackendFixture backend;
    private static TestKiosk kiosk;

    @BeforeAll
    static void start() {
        backend = BackendFixture.fresh(folder);
        kiosk = backend.kiosk("kiosk-1");
    }

    @AfterAll
    static void stop() {
        kiosk.close();
        backend.close();
    }

    private static void publish(String stream, byte[] payload) {
        var _ =
                TestKiosk.await(
                        kiosk.publish(
                                BackendFixture.TOPICS.telemetry(kiosk.id(), stream),
                                payload,
                                Map.of()));
    }

    @Test
    void aReportIsKeptAndBadOnesAreRefusedAndCounted() {
        UUID boot = Ids.newId();
        Instant now = Instant.now();
        DeviceBatch good = batch(boot, 1, now, printer(State.FAULT, Optional.of("no paper"), now));
        byte[] wrong =
                Json.writeText(good)
                        .replace("\"seq\":1", "\"seq\":0")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] large = new byte[DeviceBatch.MOST_BYTES + 1];
        publish(DeviceBatch.STREAM, wrong);
        publish(DeviceBatch.STREAM, large);
        publish("weather", Json.write(good));
        publish(DeviceBatch.STREAM, Json.write(good));

        var fleet = backend.core().watching().fleet();
        await().atMost(SOON).until(() -> fleet.devicesOf(kiosk.id()).isPresent());
        assertThat(fleet.devicesOf(kiosk.id()).orElseThrow().devices().getFirst().counters())
                .isEqualTo(good.devices().getFirst().counters());
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            assertThat(backend.count(REFUSED, "%/up/tele/devices")).isEqualTo(2);
                            assertThat(backend.count(REFUSED, "%/up/tele/weather")).isEqualTo(1);
                        });

        publish(DeviceBatch.STREAM, Json.write(batch(boot, 5, now)));
        await().atMost(SOON).until(() -> fleet.devicesOf(kiosk.id()).orElseThrow().missed() == 3);
    }
}
