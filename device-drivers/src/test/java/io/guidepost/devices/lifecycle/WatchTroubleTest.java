package io.guidepost.devices.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceHealth.Verdict;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What stops the feeding of the watchdogs, and what does not. */
class WatchTroubleTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofMillis(400);

    /** Hangs in its first step, as in a native call that never returns. */
    private static final class Hanging extends ManagedDevice {
        final CountDownLatch never = new CountDownLatch(1);
        final AtomicInteger steps = new AtomicInteger();
        private final StepLoop loop = new StepLoop(state, this::step);

        Hanging() {
            super(new DeviceId(DeviceKind.LIGHT, "hanging"), Clock.systemUTC());
        }

        private Duration step() {
            if (steps.getAndIncrement() == 0) {
                hang();
            }
            state.ready();
            return Duration.ofMillis(50);
        }

        private void hang() {
            boolean over = false;
            while (!over) {
                try {
                    over = never.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException _) {
                    // As a call into a driver of the kernel that heeds no signal.
                    over = false;
                }
            }
        }

        @Override
        public void start() {
            loop.start();
        }

        @Override
        public void close() {
            loop.close();
        }
    }

    @Test
    void oneDriverThatHangsIsReplacedAndStarvesNobody() {
        Hanging device = new Hanging();
        try (device;
                Watch watch = new Watch(List.of(device), LIMIT)) {
            device.start();
            watch.start();
            await().atMost(SOON).until(() -> device.status().usable());
            assertThat(device.counters().get("hangs")).isEqualTo(1);
            assertThat(device.steps.get()).isGreaterThan(1);
            assertThat(device.health().driver().verdict()).isEqualTo(Verdict.GOOD);
            assertThat(watch.trouble()).isEmpty();
        } finally {
            device.never.countDown();
        }
    }

    @Test
    void aWatchThatNoLongerLooksIsTrouble() {
        Watch watch = new Watch(List.of(), LIMIT);
        assertThat(watch.trouble()).isEmpty();
        watch.start();
        await().during(LIMIT.multipliedBy(2)).atMost(SOON).until(() -> watch.trouble().isEmpty());
        watch.close();
        await().atMost(SOON).until(() -> watch.trouble().isPresent());
        assertThat(watch.trouble().orElseThrow()).contains("not been looked after");
    }
}
