package io.guidepost.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every presence sensor promises. */
public abstract class PresenceSensorContract {
    protected static final Duration SOON = Duration.ofSeconds(15);

    protected final List<Boolean> seen = new CopyOnWriteArrayList<>();
    protected PresenceSensor sensor;

    /** Makes a driver of a sensor that is there; not started. */
    protected abstract PresenceSensor open() throws Exception;

    /** Lets somebody come or go. */
    protected abstract void somebody(boolean there);

    @BeforeEach
    void start() throws Exception {
        sensor = open();
        sensor.onPresence(seen::add);
        assertThat(sensor.present()).isFalse();
        sensor.start();
        await().atMost(SOON).until(() -> sensor.status().usable());
    }

    @AfterEach
    void stop() {
        sensor.close();
        assertThat(sensor.status()).isInstanceOf(DeviceStatus.Disconnected.class);
        assertThat(sensor.present()).isFalse();
    }

    @Test
    void tellsWhoComesAndGoes() {
        somebody(true);
        await().atMost(SOON).until(sensor::present);
        somebody(false);
        await().atMost(SOON).until(() -> !sensor.present());
        await().atMost(SOON).untilAsserted(() -> assertThat(seen).containsExactly(true, false));
        assertThat(sensor.counters().get("changes")).isEqualTo(2);
    }

    @Test
    void aBounceIsNotAVisit() {
        somebody(true);
        await().atMost(SOON).until(sensor::present);
        for (int i = 0; i < 5; i++) {
            somebody(false);
            somebody(true);
        }
        await().during(Duration.ofMillis(300)).atMost(SOON).until(sensor::present);
        assertThat(seen).containsExactly(true);
        assertThat(sensor.counters().get("edges")).isGreaterThan(2);
    }

    @Test
    void nobodyIsThereOnceItIsClosed() {
        somebody(true);
        await().atMost(SOON).until(sensor::present);
        sensor.close();
        await().atMost(SOON).untilAsserted(() -> assertThat(seen).containsExactly(true, false));
    }

    @Test
    void itsThreadIsSeenToRun() {
        assertThat(sensor.health().driver().verdict()).isEqualTo(DeviceHealth.Verdict.GOOD);
        assertThat(sensor.health().link().verdict()).isEqualTo(DeviceHealth.Verdict.GOOD);
    }
}
