package io.guidepost.devices.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceHealth.Verdict;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpAddress;
import io.guidepost.devices.transport.TcpLine;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drivers that hang, over real sockets. */
class WatchTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofMillis(300);

    private final CountDownLatch end = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init")
    private ServerSocket peer;

    /** A driver that reads what comes, and hangs for ever, deaf to interrupts, on an {@code x}. */
    private final class Reader extends ManagedDevice {
        private final AtomicInteger read = new AtomicInteger();
        private final ConnectionLoop loop;

        Reader(String name) {
            super(new DeviceId(DeviceKind.SCANNER, name), Clock.systemUTC());
            this.loop =
                    new ConnectionLoop(
                            state,
                            TcpLine.to(
                                    new TcpAddress("127.0.0.1", peer.getLocalPort()),
                                    Duration.ofSeconds(1)),
                            this::serve);
        }

        private void serve(ByteLine line) throws IOException {
            state.ready();
            byte[] buffer = new byte[1];
            while (true) {
                if (line.read(buffer, Duration.ofMillis(50)) > 0) {
                    read.incrementAndGet();
                    while (buffer[0] == 'x' && end.getCount() > 0) {
                        LockSupport.parkNanos(10_000_000);
                        boolean _ = Thread.interrupted();
                    }
                }
            }
        }

        @Override
        public void start() {
            loop.start();
        }

        @Override
        public void close() {
            loop.close();
        }
    }

    @BeforeEach
    void listen() throws IOException {
        peer = new ServerSocket(0);
    }

    @AfterEach
    void letGo() throws IOException {
        end.countDown();
        peer.close();
    }

    @Test
    void aDriverThatHangsIsReplacedWhileTheOthersWork() throws Exception {
        try (Reader hanging = new Reader("hanging");
                Reader working = new Reader("working");
                Watch watch = new Watch(List.of(hanging, working), LIMIT)) {
            hanging.start();
            Socket toHanging = peer.accept();
            working.start();
            Socket toWorking = peer.accept();
            watch.start();
            say(toHanging, "x");
            await().atMost(SOON).until(() -> hanging.counters().get("hangs") == 1);
            say(toWorking, "abc");
            await().atMost(SOON).until(() -> working.read.get() == 3);
            say(peer.accept(), "abc");
            await().atMost(SOON).until(() -> hanging.read.get() == 4);
            assertThat(hanging.status()).isInstanceOf(DeviceStatus.Ready.class);
            assertThat(hanging.health().driver().verdict()).isEqualTo(Verdict.GOOD);
            assertThat(working.counters().get("hangs")).isZero();
        }
    }

    @Test
    void aDriverThatHangsAgainAndAgainIsLeftAndSaysSo() throws Exception {
        try (Reader hanging = new Reader("hanging");
                Watch watch = new Watch(List.of(hanging), LIMIT)) {
            hanging.start();
            watch.start();
            for (int i = 0; i < 4; i++) {
                say(peer.accept(), "x");
            }
            await().atMost(SOON)
                    .until(
                            () ->
                                    hanging.status() instanceof DeviceStatus.Fault(String why, _)
                                            && why.contains("restart the kiosk"));
            assertThat(hanging.counters().get("hangs")).isEqualTo(4);
            assertThat(watch.trouble()).hasValueSatisfying(t -> assertThat(t).contains("hanging"));
            assertThat(hanging.health().driver().verdict()).isEqualTo(Verdict.BAD);
            assertThat(hanging.read).hasValue(4);
        }
    }

    @Test
    void threadsThatEndAfterAllMakeRoom() throws Exception {
        LeftBehind left = new LeftBehind();
        for (int i = 0; i < 10; i++) {
            Thread brief = Thread.ofPlatform().start(() -> {});
            brief.join();
            assertThat(left.add(brief)).isTrue();
        }
    }

    @Test
    void aSlowListenerDoesNotStopTheReader() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        AtomicInteger told = new AtomicInteger();
        DeviceState state =
                new DeviceState(new DeviceId(DeviceKind.SCANNER, "s"), Clock.systemUTC());
        Listeners<Integer> listeners = state.listeners();
        listeners.add(
                _ -> {
                    try {
                        held.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    told.incrementAndGet();
                });
        for (int i = 0; i < 1000; i++) {
            listeners.tell(i);
        }
        held.countDown();
        await().atMost(SOON)
                .until(() -> told.get() + state.counters().get("events-dropped") == 1000);
        assertThat(told).hasValueBetween(256, 258);
    }

    @Test
    void evidenceHasAnAge() {
        DeviceState state =
                new DeviceState(new DeviceId(DeviceKind.PRINTER, "p"), Clock.systemUTC());
        assertThat(state.health().driver().verdict()).isEqualTo(Verdict.UNKNOWN);
        state.alive();
        state.ready();
        state.tested(false, "paper out");
        assertThat(state.health().driver().verdict()).isEqualTo(Verdict.GOOD);
        assertThat(state.health().link().verdict()).isEqualTo(Verdict.GOOD);
        assertThat(state.health().selfTest().verdict()).isEqualTo(Verdict.BAD);
        assertThat(state.health().selfTest().age(state.now()).orElseThrow())
                .isBetween(Duration.ZERO, SOON);
        state.disconnected();
        assertThat(state.health().link().verdict()).isEqualTo(Verdict.BAD);
    }

    private static void say(Socket peer, String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        peer.getOutputStream().flush();
    }
}
