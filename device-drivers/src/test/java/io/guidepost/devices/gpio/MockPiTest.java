package io.guidepost.devices.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.PresenceSensorContract;
import io.guidepost.devices.StatusLight;
import io.guidepost.devices.StatusLight.Signal;
import io.guidepost.devices.StatusLightContract;
import io.guidepost.devices.TamperSwitch;
import io.guidepost.devices.TamperSwitchContract;
import io.guidepost.devices.config.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The devices on a Pi's own board, its kernel replaced by Pi4J's mocks. */
class MockPiTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int LAMP = 22;
    private static final int SENSOR = 17;
    private static final int DOOR = 27;

    private final MockPi pi = new MockPi();

    @AfterEach
    void close() {
        pi.close();
    }

    private GpioLamp lamp(boolean activeHigh) {
        return new GpioLamp(
                new DeviceId(DeviceKind.LIGHT, "lamp"),
                pi.board,
                LAMP,
                activeHigh,
                Clock.systemUTC());
    }

    private GpioPresence presence(Duration poll) {
        return new GpioPresence(
                new DeviceId(DeviceKind.PRESENCE, "front"),
                pi.board,
                new InputSettings(SENSOR, Pull.DOWN, true, Duration.ofMillis(30), poll),
                Clock.systemUTC());
    }

    @Nested
    class Lamp extends StatusLightContract {
        @Override
        protected StatusLight open() {
            return lamp(true);
        }

        @Override
        protected boolean lit() {
            return pi.output(LAMP);
        }
    }

    /** A relay board that switches on with low. */
    @Nested
    class LowLamp extends StatusLightContract {
        @Override
        protected StatusLight open() {
            return lamp(false);
        }

        @Override
        protected boolean lit() {
            return pi.board.up() && !pi.output(LAMP);
        }
    }

    @Nested
    class Presence extends PresenceSensorContract {
        @Override
        protected PresenceSensor open() {
            return presence(Duration.ofSeconds(1));
        }

        @Override
        protected void somebody(boolean there) {
            pi.input(SENSOR, there);
        }
    }

    @Nested
    class Tamper extends TamperSwitchContract {
        @Override
        protected TamperSwitch open(Path file) {
            return new GpioTamper(
                    new DeviceId(DeviceKind.TAMPER, "door"),
                    pi.board,
                    InputSettings.usual(DOOR, Pull.UP),
                    file,
                    Clock.systemUTC());
        }

        @Override
        protected void door(boolean open) {
            pi.input(DOOR, open);
        }
    }

    @Test
    void aLostEdgeIsMadeGoodByThePoll() {
        List<Boolean> seen = new CopyOnWriteArrayList<>();
        try (GpioPresence presence = presence(Duration.ofMillis(100))) {
            presence.onPresence(seen::add);
            presence.start();
            await().atMost(SOON).until(() -> presence.status().usable());
            pi.deaf = true;
            pi.input(SENSOR, true);
            await().atMost(SOON).until(presence::present);
            pi.input(SENSOR, false);
            await().atMost(SOON).until(() -> !presence.present());
            await().atMost(SOON).untilAsserted(() -> assertThat(seen).containsExactly(true, false));
            assertThat(presence.counters().get("edges")).isZero();
            assertThat(presence.counters().get("lost-edges")).isEqualTo(2);
        }
    }

    @Test
    void aLineThatNeverRestsIsNotBelieved() throws Exception {
        try (GpioPresence presence = presence(Duration.ofMillis(100))) {
            presence.start();
            await().atMost(SOON).until(() -> presence.status() instanceof DeviceStatus.Ready);
            Thread flicker =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        boolean high = false;
                                        while (!Thread.currentThread().isInterrupted()) {
                                            high = !high;
                                            pi.input(SENSOR, high);
                                            java.util.concurrent.locks.LockSupport.parkNanos(
                                                    2_000_000);
                                        }
                                        pi.input(SENSOR, false);
                                    });
            try {
                await().atMost(SOON)
                        .until(() -> presence.status() instanceof DeviceStatus.Degraded);
            } finally {
                flicker.interrupt();
                flicker.join();
            }
            await().atMost(SOON).until(() -> presence.status() instanceof DeviceStatus.Ready);
            assertThat(presence.counters().get("unrest")).isPositive();
        }
    }

    @Test
    void aLineThatIsTakenLeavesTheOtherDeviceAlone() {
        pi.taken.add(LAMP);
        try (GpioLamp lamp = lamp(true);
                GpioPresence presence = presence(Duration.ofSeconds(1))) {
            presence.start();
            lamp.set(Signal.ATTENTION);
            lamp.start();
            await().atMost(SOON).until(() -> presence.status().usable());
            await().atMost(SOON).until(() -> lamp.status() instanceof DeviceStatus.Fault);
            pi.input(SENSOR, true);
            await().atMost(SOON).until(presence::present);
            await().during(Duration.ofSeconds(1)).atMost(SOON).until(presence::present);
            assertThat(presence.status()).isInstanceOf(DeviceStatus.Ready.class);
            pi.taken.clear();
            await().atMost(SOON).until(() -> lamp.status() instanceof DeviceStatus.Ready);
            assertThat(pi.output(LAMP)).isTrue();
        }
    }

    @Test
    void aMachineWithoutLinesSaysSo(@TempDir Path root) {
        try (Surroundings around =
                        new Surroundings(
                                Clock.systemUTC(), root.resolve("dev"), root.resolve("sys"));
                GpioLamp dark =
                        new GpioLamp(
                                new DeviceId(DeviceKind.LIGHT, "none"),
                                GpioBoard.of(new GpioSettings.Pi(""), around),
                                1,
                                true,
                                Clock.systemUTC())) {
            dark.start();
            dark.set(Signal.ERROR);
            await().atMost(SOON).until(() -> dark.status() instanceof DeviceStatus.Fault);
            assertThat(dark.status().toString()).contains("no GPIO chip of a Raspberry Pi");
        }
    }
}
