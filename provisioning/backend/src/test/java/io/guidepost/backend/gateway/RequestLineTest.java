package io.guidepost.backend.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import io.guidepost.backend.broker.BrokerSettings;
import io.guidepost.backend.broker.EmbeddedBroker;
import io.guidepost.backend.fixture.BackendFixture;
import io.guidepost.backend.fixture.Ports;
import io.guidepost.backend.fixture.TestKiosk;
import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.topic.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One kiosk that asks without end keeps nobody else from being answered. */
class RequestLineTest {
    private static final Topics TOPICS = BackendFixture.TOPICS;
    private static final KioskId GREEDY = new KioskId("kiosk-1");
    private static final KioskId OTHER = new KioskId("kiosk-2");
    private static final int MANY = 1_000;
    private static final int MOST_OF_ONE = 16;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir Path folder;
    private final CountDownLatch answering = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();
    private EmbeddedBroker broker;
    private PahoPort port;
    private TestKiosk greedy;
    private TestKiosk other;

    @BeforeEach
    void start() {
        int at = Ports.free();
        broker =
                EmbeddedBroker.start(
                        new BrokerSettings(
                                folder, "127.0.0.1", at, BackendFixture.TENANT, "backend secret"),
                        (kiosk, secret) -> Optional.of(BackendFixture.GROUP));
        port =
                new PahoPort(
                        new MqttOptions(
                                URI.create("tcp://127.0.0.1:" + at),
                                "backend-line",
                                new MqttOptions.Login(
                                        BrokerSettings.BACKEND_USER, "backend secret"),
                                List.of(TOPICS.allUp()),
                                KioskLine.state(TOPICS, false),
                                Duration.ofSeconds(30),
                                500));
        port.start(new Line(new RequestLine(TOPICS, port, this::answer)));
        await().atMost(LIMIT).until(port::isConnected);
        greedy = TestKiosk.connect(TOPICS, at, GREEDY, "secret");
        other = TestKiosk.connect(TOPICS, at, OTHER, "secret");
    }

    @AfterEach
    void stop() {
        answering.countDown();
        greedy.close();
        other.close();
        port.close();
        broker.close();
    }

    private Reply answer(KioskId kiosk, String service, byte[] json) {
        if (kiosk.equals(GREEDY)) {
            begun.incrementAndGet();
            try {
                answering.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return new Reply.Released();
    }

    /** Hands requests on and counts. */
    private final class Line implements MqttListener {
        private final RequestLine requests;

        Line(RequestLine requests) {
            this.requests = requests;
        }

        @Override
        public void connected() {
            // The line needs nothing then.
        }

        @Override
        public void disconnected() {
            // The line needs nothing then.
        }

        @Override
        public void arrived(Incoming message) {
            Topics.Address from = TOPICS.parse(message.topic()).orElseThrow();
            assertThat(requests.take(from.kiosk(), "release", message)).isEmpty();
            message.done().run();
            arrived.incrementAndGet();
        }
    }

    @Test
    void aKioskThatAsksWithoutEndIsBoundedAndNobodyElseWaits() {
        for (int i = 0; i < MANY; i++) {
            var _ =
                    greedy.client()
                            .publishWith()
                            .topic(TOPICS.request(GREEDY, "release"))
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload("{}".getBytes(StandardCharsets.UTF_8))
                            .correlationData(("c" + i).getBytes(StandardCharsets.UTF_8))
                            .send();
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(arrived.get()).isEqualTo(MANY));
        assertThat(other.ask(new Request.Release(UUID.randomUUID())))
                .isEqualTo(new Reply.Released());
        assertThat(begun.get()).isEqualTo(MOST_OF_ONE);
    }
}
