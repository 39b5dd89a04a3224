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
import io.guidepost.devices.TamperAlarm;
import io.guidepost.devices.TamperEvent;
import io.guidepost.devices.TamperSwitch;
import io.guidepost.devices.TamperSwitchContract;
import io.guidepost.devices.config.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
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

    private static GpioTamper tamper(MockPi pi, Path file) {
        return new GpioTamper(
                new DeviceId(DeviceKind.TAMPER, "door"),
                pi.board,
                InputSettings.usual(DOOR, Pull.UP),
                file,
                Clock.systemUTC());
    }

    private Thread flicker(int line) {
        return Thread.ofPlatform()
                .start(
                        () -> {
                            boolean high = false;
                            while (!Thread.currentThread().isInterrupted()) {
                                high = !high;
                                pi.input(line, high);
                                LockSupport.parkNanos(2_000_000);
                            }
                            pi.input(line, false);
                        });
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
            return tamper(pi, file);
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
            Thread flicker = flicker(SENSOR);
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
    void anAlarmStandsWhereItsLineCannotBeHadAfterARestart(@TempDir Path folder) {
        Path file = folder.resolve("tamper");
        pi.input(DOOR, true);
        try (GpioTamper before = tamper(pi, file)) {
            before.start();
            await().atMost(SOON).until(() -> before.alarm().isPresent());
        }
        try (MockPi after = new MockPi()) {
            after.taken.add(DOOR);
            try (GpioTamper tamper = tamper(after, file)) {
                List<TamperEvent> told = new CopyOnWriteArrayList<>();
                tamper.onTamper(told::add);
                tamper.start();
                assertThat(tamper.alarm().map(TamperAlarm::cause))
                        .contains(TamperAlarm.Cause.OPEN_AT_FIRST_START);
                assertThat(tamper.acknowledge("Anna"))
                        .isEqualTo(TamperSwitch.Acknowledgement.NOT_CLOSED);
                await().atMost(SOON).until(() -> told.size() == 1);
                await().atMost(SOON).until(() -> tamper.status() instanceof DeviceStatus.Fault);
                assertThat(tamper.status().toString())
                        .contains("in use", "the housing was open", "staff must acknowledge it");
                after.taken.clear();
                await().atMost(SOON).until(() -> tamper.status().usable());
                assertThat(tamper.acknowledge("Anna")).isEqualTo(TamperSwitch.Acknowledgement.DONE);
                assertThat(told).first().isInstanceOf(TamperEvent.Alarm.class);
                assertThat(tamper.counters().get("alarms")).isEqualTo(1);
            }
        }
    }

    @Test
    void anAlarmStaysInTheWordsOfALineThatDoesNotRest(@TempDir Path folder) throws Exception {
        pi.input(DOOR, true);
        try (GpioTamper tamper = tamper(pi, folder.resolve("tamper"))) {
            tamper.start();
            await().atMost(SOON).until(() -> tamper.alarm().isPresent());
            Thread flicker = flicker(DOOR);
            try {
                await().atMost(SOON)
                        .untilAsserted(
                                () ->
                                        assertThat(tamper.status().toString())
                                                .contains("come to rest", "staff must"));
            } finally {
                flicker.interrupt();
                flicker.join();
            }
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
