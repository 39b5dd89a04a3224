package io.guidepost.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.StatusLight.Signal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every lamp promises. */
public abstract class StatusLightContract {
    protected static final Duration SOON = Duration.ofSeconds(15);

    protected StatusLight lamp;

    /** Makes a driver of a lamp that is there; not started. */
    protected abstract StatusLight open() throws Exception;

    /** Whether the lamp itself shines now. */
    protected abstract boolean lit();

    @BeforeEach
    void start() throws Exception {
        lamp = open();
        assertThat(lamp.status()).isInstanceOf(DeviceStatus.Disconnected.class);
        lamp.start();
        await().atMost(SOON).until(() -> lamp.status().usable());
    }

    @AfterEach
    void stop() {
        lamp.close();
        assertThat(lamp.status()).isInstanceOf(DeviceStatus.Disconnected.class);
        await().atMost(SOON).until(() -> !lit());
    }

    @Test
    void isDarkAtFirst() {
        assertThat(lit()).isFalse();
    }

    @Test
    void shinesAndGoesDark() {
        lamp.set(Signal.ATTENTION);
        await().atMost(SOON).until(this::lit);
        await().during(Duration.ofMillis(300)).atMost(SOON).until(this::lit);
        lamp.set(Signal.IDLE);
        await().atMost(SOON).until(() -> !lit());
    }

    @Test
    void anErrorBlinksFasterThanWork() {
        lamp.set(Signal.WORKING);
        int slow = changesIn(Duration.ofMillis(1300));
        lamp.set(Signal.ERROR);
        int fast = changesIn(Duration.ofMillis(1300));
        assertThat(slow).isBetween(1, 4);
        assertThat(fast).isGreaterThan(slow);
    }

    @Test
    void isDarkWhenItIsClosedWhileItShines() {
        lamp.set(Signal.ATTENTION);
        await().atMost(SOON).until(this::lit);
        lamp.close();
        await().atMost(SOON).until(() -> !lit());
    }

    private int changesIn(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        boolean before = lit();
        int changes = 0;
        while (System.nanoTime() < end) {
            boolean now = lit();
            if (now != before) {
                changes++;
                before = now;
            }
            Thread.onSpinWait();
        }
        return changes;
    }
}
