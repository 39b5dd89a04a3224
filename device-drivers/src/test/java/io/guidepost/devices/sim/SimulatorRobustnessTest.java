package io.guidepost.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.devices.transport.TcpAddress;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulators are shipped: whatever is sent to them, they serve the next client. */
class SimulatorRobustnessTest {

    @Test
    void everyServerOutlivesNoise(@TempDir Path directory) throws Exception {
        try (SimulatedDevices devices =
                SimulatedDevices.start(directory, SimulatedDevices.Ports.FREE, "kiosk-1")) {
            for (TcpAddress address :
                    new TcpAddress[] {
                        devices.printer().address(),
                        devices.terminal().address(),
                        devices.gpio().address(),
                        devices.camera().address()
                    }) {
                for (int round = 0; round < 10; round++) {
                    noise(address, round);
                }
                try (Socket again = new Socket(address.host(), address.port())) {
                    assertThat(again.isConnected()).isTrue();
                }
            }
            assertThat(devices.terminal().charges()).isEmpty();
        }
    }

    @Test
    void aBusyPortIsNamedAndNothingIsLeftRunning(@TempDir Path directory) throws Exception {
        try (GpioSimulator busy = GpioSimulator.start(0)) {
            int port = busy.address().port();
            assertThatThrownBy(
                            () ->
                                    SimulatedDevices.start(
                                            directory,
                                            new SimulatedDevices.Ports(0, 0, 0, port),
                                            "kiosk-1"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("gpio simulator cannot listen on port " + port);
            assertThat(directory.resolve("scanner")).doesNotExist();
        }
    }

    private static void noise(TcpAddress address, long seed) throws IOException {
        byte[] bytes = new byte[5000];
        new Random(seed).nextBytes(bytes);
        try (Socket socket = new Socket(address.host(), address.port())) {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // Being hung up on in the middle is a fine answer to noise.
            assertThat(e).isNotNull();
        }
    }
}
