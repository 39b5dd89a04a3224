package io.guidepost.devices.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.StatusLight.Signal;
import io.guidepost.devices.sim.GpioSimulator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lamp and sensor over Pi4J and TCP. */
class GpioTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int LAMP = 22;
    private static final int SENSOR = 17;

    private final List<Boolean> seen = new CopyOnWriteArrayList<>();
    private final List<Boolean> lit = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private GpioSimulator simulator;

    @SuppressWarnings("NullAway.Init")
    private GpioBoard board;

    @SuppressWarnings("NullAway.Init")
    private GpioLamp lamp;

    @SuppressWarnings("NullAway.Init")
    private GpioPresence presence;

    @BeforeEach
    void start() throws Exception {
        simulator = GpioSimulator.start(0);
        simulator.onOutput(level -> lit.add(level.high()));
        board = GpioBoard.of(new GpioSettings.Simulator(simulator.address()), Clock.systemUTC());
        lamp = new GpioLamp(new DeviceId(DeviceKind.LIGHT, "lamp"), board, LAMP, Clock.systemUTC());
        presence =
                new GpioPresence(
                        new DeviceId(DeviceKind.PRESENCE, "front"),
                        board,
                        SENSOR,
                        Clock.systemUTC());
        presence.onPresence(seen::add);
        lamp.start();
        presence.start();
        await().atMost(SOON).until(() -> lamp.status().usable() && presence.status().usable());
    }

    @AfterEach
    void stop() {
        lamp.close();
        presence.close();
        board.close();
        simulator.close();
        assertThat(lamp.status()).isInstanceOf(DeviceStatus.Disconnected.class);
    }

    @Test
    void theLampIsSeenInTheOtherProcess() {
        lamp.set(Signal.ATTENTION);
        await().atMost(SOON).until(() -> simulator.output(LAMP));
        lamp.set(Signal.IDLE);
        await().atMost(SOON).until(() -> !simulator.output(LAMP));
    }

    @Test
    void anErrorBlinksFast() {
        lamp.set(Signal.ERROR);
        await().atMost(SOON).until(() -> lit.size() >= 6);
        lamp.set(Signal.ATTENTION);
        await().atMost(SOON).until(() -> simulator.output(LAMP));
    }

    @Test
    void somebodyComesAndGoes() {
        simulator.setInput(SENSOR, true);
        await().atMost(SOON).until(presence::present);
        simulator.setInput(SENSOR, false);
        await().atMost(SOON).until(() -> !presence.present());
        assertThat(seen).containsExactly(true, false);
    }

    @Test
    void aBounceIsNotAVisit() {
        simulator.setInput(SENSOR, true);
        await().atMost(SOON).until(presence::present);
        for (int i = 0; i < 5; i++) {
            simulator.setInput(SENSOR, false);
            simulator.setInput(SENSOR, true);
        }
        await().during(Duration.ofMillis(300)).atMost(SOON).until(presence::present);
        assertThat(seen).containsExactly(true);
    }

    @Test
    void afterAReconnectBothAreRightAgain() throws Exception {
        lamp.set(Signal.ATTENTION);
        await().atMost(SOON).until(() -> simulator.output(LAMP));
        int port = simulator.address().port();
        simulator.close();
        await().atMost(SOON).until(() -> !lamp.status().usable() && !presence.status().usable());
        assertThat(presence.present()).isFalse();
        simulator = GpioSimulator.start(port);
        simulator.setInput(SENSOR, true);
        await().atMost(SOON).until(() -> simulator.output(LAMP) && presence.present());
    }

    @Test
    void aPiWithoutLinesIsAStatusAndNoException() {
        try (GpioBoard none = GpioBoard.of(new GpioSettings.Pi("no-such-chip"), Clock.systemUTC());
                GpioLamp dark =
                        new GpioLamp(
                                new DeviceId(DeviceKind.LIGHT, "none"),
                                none,
                                1,
                                Clock.systemUTC())) {
            dark.start();
            dark.set(Signal.ERROR);
            await().atMost(SOON)
                    .until(
                            () ->
                                    dark.status() instanceof DeviceStatus.Disconnected
                                            || dark.status() instanceof DeviceStatus.Fault);
        }
    }
}
