package io.guidepost.devices.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.PresenceSensorContract;
import io.guidepost.devices.StatusLight;
import io.guidepost.devices.StatusLight.Signal;
import io.guidepost.devices.StatusLightContract;
import io.guidepost.devices.TamperSwitch;
import io.guidepost.devices.TamperSwitchContract;
import io.guidepost.devices.config.Surroundings;
import io.guidepost.devices.sim.GpioSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The devices on the lines of the simulator, over TCP. */
class GpioTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int LAMP = 22;
    private static final int SENSOR = 17;
    private static final int DOOR = 27;

    private final Surroundings around = Surroundings.real(Clock.systemUTC());

    @SuppressWarnings("NullAway.Init")
    private GpioSimulator simulator;

    @SuppressWarnings("NullAway.Init")
    private GpioBoard board;

    @BeforeEach
    void connect() throws IOException {
        simulator = GpioSimulator.start(0);
        board = GpioBoard.of(new GpioSettings.Simulator(simulator.address()), around);
    }

    @AfterEach
    void disconnect() {
        around.close();
        simulator.close();
    }

    private GpioLamp lamp() {
        return new GpioLamp(
                new DeviceId(DeviceKind.LIGHT, "lamp"), board, LAMP, true, Clock.systemUTC());
    }

    private GpioPresence presence() {
        return new GpioPresence(
                new DeviceId(DeviceKind.PRESENCE, "front"),
                board,
                InputSettings.usual(SENSOR, Pull.DOWN),
                Clock.systemUTC());
    }

    @Nested
    class Lamp extends StatusLightContract {
        @Override
        protected StatusLight open() {
            return lamp();
        }

        @Override
        protected boolean lit() {
            return simulator.output(LAMP);
        }
    }

    @Nested
    class Presence extends PresenceSensorContract {
        @Override
        protected PresenceSensor open() {
            return presence();
        }

        @Override
        protected void somebody(boolean there) {
            simulator.setInput(SENSOR, there);
        }
    }

    @Nested
    class Tamper extends TamperSwitchContract {
        @Override
        protected TamperSwitch open(Path file) {
            return new GpioTamper(
                    new DeviceId(DeviceKind.TAMPER, "door"),
                    board,
                    InputSettings.usual(DOOR, Pull.UP),
                    file,
                    Clock.systemUTC());
        }

        @Override
        protected void door(boolean open) {
            simulator.setInput(DOOR, open);
        }
    }

    @Test
    void afterAReconnectBothAreRightAgain() throws Exception {
        try (GpioLamp lamp = lamp();
                GpioPresence presence = presence()) {
            lamp.start();
            presence.start();
            lamp.set(Signal.ATTENTION);
            await().atMost(SOON).until(() -> simulator.output(LAMP));
            int port = simulator.address().port();
            simulator.close();
            await().atMost(SOON)
                    .until(() -> !lamp.status().usable() && !presence.status().usable());
            assertThat(presence.present()).isFalse();
            simulator = GpioSimulator.start(port);
            simulator.setInput(SENSOR, true);
            await().atMost(SOON).until(() -> simulator.output(LAMP) && presence.present());
        }
    }
}
