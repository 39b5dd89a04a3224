package io.guidepost.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;

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
