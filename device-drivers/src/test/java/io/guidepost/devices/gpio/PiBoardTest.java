package io.guidepost.devices.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProviderImpl;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.StatusLight.Signal;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One line that another driver holds is that line's trouble and nobody else's. */
class PiBoardTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int LAMP = 22;
    private static final int SENSOR = 17;

    private volatile boolean lampTaken = true;

    /** Outputs as a kernel gives them that has lent the lamp's line to somebody else. */
    private final class Outputs extends MockDigitalOutputProviderImpl {
        @Override
        public DigitalOutput create(DigitalOutputConfig config) {
            if (lampTaken && config.address() == LAMP) {
                throw new IllegalStateException(
                        new InitializeException("line " + LAMP + " is in use"));
            }
            return super.create(config);
        }
    }

    @Test
    void aLineThatIsTakenLeavesTheOtherDeviceAlone() {
        try (GpioBoard board = new PiBoard(this::context);
                GpioLamp lamp =
                        new GpioLamp(
                                new DeviceId(DeviceKind.LIGHT, "lamp"),
                                board,
                                LAMP,
                                Clock.systemUTC());
                GpioPresence presence =
                        new GpioPresence(
                                new DeviceId(DeviceKind.PRESENCE, "front"),
                                board,
                                SENSOR,
                                Clock.systemUTC())) {
            presence.start();
            await().atMost(SOON).until(() -> presence.status().usable());
            lamp.set(Signal.ATTENTION);
            lamp.start();
            await().atMost(SOON).until(() -> lamp.status() instanceof DeviceStatus.Fault);

            sensorSees(board, true);
            await().atMost(SOON).until(presence::present);
            await().during(Duration.ofSeconds(2)).atMost(SOON).until(presence::present);
            sensorSees(board, false);
            await().atMost(SOON).until(() -> !presence.present());
            assertThat(presence.status()).isInstanceOf(DeviceStatus.Ready.class);

            lampTaken = false;
            await().atMost(SOON).until(() -> lamp.status() instanceof DeviceStatus.Ready);
            assertThat(board.output(LAMP).state()).isEqualTo(DigitalState.HIGH);
        }
    }

    private static void sensorSees(GpioBoard board, boolean somebody) {
        await().atMost(SOON).until(board::up);
        ((MockDigitalInput) board.input(SENSOR))
                .mockState(somebody ? DigitalState.HIGH : DigitalState.LOW);
    }

    private Context context() {
        return Pi4J.newContextBuilder()
                .add(MockDigitalInputProvider.newInstance(), new Outputs())
                .disableShutdownHook()
                .build();
    }
}
