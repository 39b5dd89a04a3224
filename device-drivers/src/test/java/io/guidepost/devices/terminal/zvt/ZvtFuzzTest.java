package io.guidepost.devices.terminal.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome.Approved;
import io.guidepost.devices.sim.ZvtSimulator;
import io.guidepost.devices.transport.TcpAddress;
import io.guidepost.devices.transport.TcpLine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A peer that talks nonsense, loose and in the form of messages, neither hangs nor ends the driver.
 */
class ZvtFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int[] CONTROLS = {
        0x8000, 0x8483, 0x849C, 0x040F, 0x04FF, 0x060F, 0x061E, 0x06D1, 0x06D3, 0x0601, 0x0500
    };

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @Test
    @Timeout(60)
    void nonsenseNeitherHangsNorEndsTheDriver() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        int port;
        ZvtTerminal terminal;
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            Thread.ofVirtual().start(() -> accept(server, connections));
            terminal = driver(port);
            terminal.start();
            PaymentOrder order = new PaymentOrder(UUID.randomUUID(), 500, "EUR", "booking 7");
            await().atMost(SOON)
                    .until(
                            () -> {
                                var _ =
                                        terminal.pay(order)
                                                .toCompletableFuture()
                                                .get(10, TimeUnit.SECONDS);
                                return connections.get() > 3;
                            });
        }
        assertThat(terminal.counters().get("driver-failures")).isZero();
        assertThat(terminal.counters().get("hangs")).isZero();
        try (ZvtSimulator simulator = simulator(port)) {
            await().atMost(SOON).until(() -> terminal.status() instanceof DeviceStatus.Ready);
            PaymentOrder order = new PaymentOrder(UUID.randomUUID(), 700, "EUR", "booking 8");
            // The payment that met the nonsense may still be at its end.
            await().atMost(SOON)
                    .until(
                            () ->
                                    terminal.pay(order)
                                                    .toCompletableFuture()
                                                    .get(20, TimeUnit.SECONDS)
                                            instanceof Approved);
            assertThat(simulator.charges()).hasSize(1);
        } finally {
            terminal.close();
        }
    }

    /** The driver's own tries to connect may hold the port for a moment. */
    private ZvtSimulator simulator(int port) {
        AtomicReference<ZvtSimulator> started = new AtomicReference<>();
        await().atMost(SOON)
                .ignoreException(IOException.class)
                .until(
                        () -> {
                            started.set(
                                    ZvtSimulator.start(
                                            port, directory.resolve("terminal.journal")));
                            return true;
                        });
        return Objects.requireNonNull(started.get());
    }

    private ZvtTerminal driver(int port) {
        return new ZvtTerminal(
                new DeviceId(DeviceKind.TERMINAL, "zvt"),
                new ZvtTerminal.Access(
                        TcpLine.to(new TcpAddress("127.0.0.1", port), Duration.ofSeconds(1)),
                        TcpWire::new),
                ZvtRig.settings(),
                directory.resolve("zvt.book"),
                Clock.systemUTC());
    }

    private static void accept(ServerSocket server, AtomicInteger connections) {
        while (!server.isClosed()) {
            try {
                Socket peer = server.accept();
                int seed = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> babble(peer, new Random(seed)));
            } catch (IOException _) {
                return;
            }
        }
    }

    /** Each second connection speaks in whole messages, so that they get further in. */
    private static void babble(Socket peer, Random random) {
        boolean framed = random.nextBoolean();
        try (peer;
                OutputStream out = peer.getOutputStream()) {
            for (int i = 0; i < 60; i++) {
                byte[] data = new byte[random.nextInt(40)];
                random.nextBytes(data);
                out.write(
                        framed
                                ? new Apdu(CONTROLS[random.nextInt(CONTROLS.length)], data).bytes()
                                : data);
                out.flush();
                Thread.sleep(5);
            }
        } catch (IOException _) {
            // The driver has had enough.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
