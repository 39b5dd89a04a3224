package io.guidepost.devices.scanner.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.transport.TcpLine;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Whatever one frame does, the camera does not stay blind. */
class FrameWorkerTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final DeviceState state =
            new DeviceState(new DeviceId(DeviceKind.SCANNER, "camera"), Clock.systemUTC());

    @Test
    void aFrameThatFailsIsCountedAndTheNextOneLookedAt() throws Exception {
        List<byte[]> seen = new CopyOnWriteArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
                TcpLine line = new TcpLine(socket);
                FrameWorker worker =
                        new FrameWorker(
                                state,
                                line,
                                frame -> {
                                    if (frame.length == 0) {
                                        throw new NegativeArraySizeException("thrown by the test");
                                    }
                                    seen.add(frame);
                                })) {
            worker.start();
            worker.offer(new byte[0]);
            await().atMost(SOON).until(() -> state.counters().get("driver-failures") == 1);
            worker.offer(new byte[1]);
            await().atMost(SOON).until(() -> seen.size() == 1);
            assertThat(socket.isClosed()).isFalse();
        }
    }

    @Test
    void aWorkerThatCannotGoOnClosesTheLine() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
                TcpLine line = new TcpLine(socket);
                FrameWorker worker =
                        new FrameWorker(
                                state,
                                line,
                                _ -> {
                                    throw new StackOverflowError("thrown by the test");
                                })) {
            worker.start();
            worker.offer(new byte[1]);
            await().atMost(SOON).until(socket::isClosed);
            assertThat(state.counters().get("driver-failures")).isEqualTo(1);
        }
    }
}
