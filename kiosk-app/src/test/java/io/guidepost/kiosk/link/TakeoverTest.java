package io.guidepost.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.store.Store;
import io.guidepost.kiosk.testing.BackendSide;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another client takes the kiosk's name (MQTT 5, 3.14.2.1, reason 0x8E). Mosquitto 2.0.11 closes
 * without a word, so the broker's side is spoken here, byte by byte.
 */
@Timeout(30)
class TakeoverTest {
    @TempDir Path folder;
    private final AtomicInteger connections = new AtomicInteger();

    @Test
    void waitsMinutesInsteadOfFightingForItsName() throws IOException {
        Counters counters = new Counters();
        try (ServerSocket broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                BackgroundTasks tasks = new BackgroundTasks();
                Store store = Store.open(folder, BackendSide.KIOSK, counters, Clock.systemUTC());
                BackendLink link = link(broker.getLocalPort(), store, tasks, counters)) {
            Thread.ofVirtual().start(() -> accept(broker));
            link.start(_ -> Optional.empty());

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> counters.get("link.taken-over") == 1);
            await().during(Duration.ofMillis(1500))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> connections.get() == 1);
            assertThat(counters.get("link.connected")).isEqualTo(1);
        }
    }

    private BackendLink link(int port, Store store, BackgroundTasks tasks, Counters counters) {
        LinkSettings settings =
                new LinkSettings(
                        new LinkSettings.Who(
                                BackendSide.TENANT,
                                BackendSide.KIOSK,
                                BackendSide.GROUP,
                                Optional.empty(),
                                Optional.empty()),
                        new LinkSettings.Where(
                                URI.create("tcp://127.0.0.1:" + port),
                                URI.create("http://127.0.0.1:1/")),
                        new LinkSettings.Pace(
                                Duration.ofSeconds(30),
                                Duration.ofMillis(20),
                                Duration.ofMillis(50),
                                Duration.ofMinutes(3),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(30)),
                        folder,
                        "guidepost test");
        return new BackendLink(
                settings,
                new BackendLink.Stores(store.outbox(), store.updates()),
                new BackendLink.Engine(tasks, counters, Clock.systemUTC()));
    }

    private void accept(ServerSocket broker) {
        while (!broker.isClosed()) {
            try (Socket socket = broker.accept()) {
                connections.incrementAndGet();
                serve(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
            } catch (IOException e) {
                // The client is gone: the next one.
            }
        }
    }

    private static void serve(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            int type = in.readUnsignedByte() >> 4;
            byte[] body = in.readNBytes(remainingLength(in));
            switch (type) {
                case 1 -> out.write(new byte[] {0x20, 3, 0, 0, 0});
                case 8 -> out.write(new byte[] {(byte) 0x90, 6, body[0], body[1], 0, 1, 1, 1});
                case 3 -> {
                    int topic = ByteBuffer.wrap(body).getShort();
                    out.write(new byte[] {0x40, 2, body[topic + 2], body[topic + 3]});
                    out.write(new byte[] {(byte) 0xE0, 1, (byte) 0x8E});
                    return;
                }
                default -> throw new IOException("unexpected packet type " + type);
            }
        }
    }

    private static int remainingLength(DataInputStream in) throws IOException {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int b = in.readUnsignedByte();
            length |= (b & 0x7f) << shift;
            if (b < 0x80) {
                return length;
            }
        }
    }
}
