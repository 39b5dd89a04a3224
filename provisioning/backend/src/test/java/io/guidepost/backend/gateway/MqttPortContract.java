package io.guidepost.backend.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.guidepost.backend.fixture.BackendFixture;
import io.guidepost.backend.fixture.Proxy;
import io.guidepost.backend.fixture.TestKiosk;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.topic.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every broker and every link has to stand by; the same for each broker. */
abstract class MqttPortContract {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MANY = 1_000;
    static final Topics TOPICS = BackendFixture.TOPICS;
    static final KioskId KIOSK = new KioskId("kiosk-1");

    private Proxy proxy;
    private PahoPort port;
    private TestKiosk kiosk;
    private final Arrivals arrivals = new Arrivals();

    abstract int brokerPort();

    abstract MqttOptions.Login backendLogin();

    abstract String kioskSecret();

    @BeforeEach
    void connect() {
        proxy = new Proxy(brokerPort());
        port =
                new PahoPort(
                        new MqttOptions(
                                URI.create("tcp://127.0.0.1:" + proxy.port()),
                                "backend-contract",
                                backendLogin(),
                                List.of(TOPICS.allUp()),
                                KioskLine.state(TOPICS, false),
                                Duration.ofSeconds(2),
                                100));
        port.start(arrivals);
        await().atMost(LIMIT).until(() -> arrivals.connections >= 1);
        kiosk = TestKiosk.connect(TOPICS, brokerPort(), KIOSK, kioskSecret());
    }

    @AfterEach
    void disconnect() {
        kiosk.close();
        port.close();
        proxy.close();
    }

    /** Notes what arrives; acknowledges at once unless told to keep. */
    private static final class Arrivals implements MqttListener {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();
        private final Queue<Incoming> kept = new ConcurrentLinkedQueue<>();
        private volatile boolean keep;
        private volatile int connections;
        private volatile int losses;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // always the same thread
        public void connected() {
            connections++;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // always the same thread
        public void disconnected() {
            losses++;
        }

        @Override
        public void arrived(Incoming message) {
            seen.add(new String(message.payload().bytes(), StandardCharsets.UTF_8));
            if (keep) {
                kept.add(message);
            } else {
                message.done().run();
            }
        }
    }

    @Test
    void propertiesCorrelationAndPayloadComeThrough() {
        CompletableFuture<Void> sent =
                port.publish(
                        new Outgoing(
                                TOPICS.response(KIOSK, "hold"),
                                Payload.of("{\"a\":\"ü\"}"),
                                false,
                                Optional.of(Duration.ofSeconds(30)),
                                Map.of("reply", "ok"),
                                Optional.of(Payload.of("c-1"))));
        TestKiosk.await(sent);
        await().atMost(LIMIT).until(() -> !kiosk.received().isEmpty());
        Mqtt5Publish message = kiosk.received().remove();
        assertThat(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":\"ü\"}");
        assertThat(message.getCorrelationData())
                .hasValueSatisfying(
                        c ->
                                assertThat(StandardCharsets.UTF_8.decode(c).toString())
                                        .isEqualTo("c-1"));
        assertThat(message.getUserProperties().asList())
                .anySatisfy(p -> assertThat(p.getValue().toString()).isEqualTo("ok"));
        assertThat(message.getMessageExpiryInterval()).isPresent();
    }

    @Test
    void whatWasNotDoneWithComesAgainAfterACut() {
        arrivals.keep = true;
        publish("kept");
        await().atMost(LIMIT).until(() -> !arrivals.kept.isEmpty());
        int before = arrivals.kept.size();
        proxy.cut();
        await().atMost(LIMIT).until(() -> arrivals.kept.size() > before);
    }

    @Test
    void everyMessageArrivesThoughTheLinkIsCutInBetween() {
        List<CompletableFuture<?>> sending = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            sending.add(publishLater("n" + i));
            if (i == MANY / 3 || i == MANY / 2) {
                proxy.cut();
            }
        }
        sending.forEach(TestKiosk::await);
        await().atMost(LIMIT)
                .untilAsserted(
                        () ->
                                assertThat(arrivals.seen)
                                        .filteredOn(s -> s.startsWith("n"))
                                        .hasSize(MANY));
        assertThat(arrivals.losses).isPositive();
    }

    @Test
    void manyMessagesGoOutWithinTheReceiveMaximumAndAgainAfterACut() {
        assertThat(sendMany("a")).isEqualTo(MANY);
        proxy.cut();
        await().atMost(LIMIT).until(() -> arrivals.connections >= 2 && port.isConnected());
        assertThat(sendMany("b")).isEqualTo(MANY);
        await().atMost(LIMIT).until(() -> kiosk.received().size() >= 2 * MANY);
    }

    private int sendMany(String prefix) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            sent.add(
                    port.publish(
                            Outgoing.expiring(
                                    TOPICS.ack(KIOSK),
                                    Payload.of("{\"ids\":[]," + "\"" + prefix + i + "\":1}"),
                                    Duration.ofMinutes(5))));
        }
        int good = 0;
        for (CompletableFuture<Void> one : sent) {
            TestKiosk.await(one);
            good++;
        }
        return good;
    }

    @Test
    void aStalledLinkLosesNothing() {
        proxy.stall(true);
        CompletableFuture<?> sending = publishLater("through the jam");
        CompletableFuture<Void> out =
                port.publish(
                        Outgoing.expiring(
                                TOPICS.ack(KIOSK),
                                Payload.of("{\"ids\":[]}"),
                                Duration.ofMinutes(1)));
        assertThatThrownBy(() -> out.get(500, TimeUnit.MILLISECONDS)).isNotNull();
        proxy.stall(false);
        TestKiosk.await(sending);
        await().atMost(LIMIT).until(() -> arrivals.seen.contains("through the jam"));
    }

    @Test
    void aBlackHoleIsNoticedAndLeftBehind() {
        proxy.swallow(true);
        CompletableFuture<Void> lost =
                port.publish(
                        Outgoing.expiring(
                                TOPICS.ack(KIOSK),
                                Payload.of("{\"ids\":[]}"),
                                Duration.ofMinutes(1)));
        await().atMost(LIMIT).until(() -> arrivals.losses >= 1);
        assertThatThrownBy(() -> lost.get(1, TimeUnit.SECONDS))
                .hasCauseInstanceOf(NotPublished.class);
        proxy.swallow(false);
        proxy.cut();
        await().atMost(LIMIT).until(port::isConnected);
        publish("after the hole");
        await().atMost(LIMIT).until(() -> arrivals.seen.contains("after the hole"));
    }

    @Test
    void whatIsPublishedWithoutAConnectionFails() {
        PahoPort never =
                new PahoPort(
                        new MqttOptions(
                                URI.create("tcp://127.0.0.1:1"),
                                "nobody",
                                backendLogin(),
                                List.of(),
                                KioskLine.state(TOPICS, false),
                                Duration.ofSeconds(2),
                                10));
        try (never) {
            never.start(new Arrivals());
            assertThatThrownBy(
                            () ->
                                    never.publish(KioskLine.state(TOPICS, true))
                                            .get(1, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(NotPublished.class);
        }
    }

    @Test
    void anotherKiosksTopicCannotBeWrittenTo() {
        try {
            TestKiosk.await(
                    kiosk.publish(
                            TOPICS.birth(new KioskId("kiosk-2")),
                            "stolen".getBytes(StandardCharsets.UTF_8),
                            Map.of()));
        } catch (AssertionError e) {
            // Some brokers say so, some hang up, some take it and throw it away.
        }
        kiosk.close();
        kiosk = TestKiosk.connect(TOPICS, brokerPort(), KIOSK, kioskSecret());
        publish("allowed");
        await().atMost(LIMIT).until(() -> arrivals.seen.contains("allowed"));
        assertThat(arrivals.seen).doesNotContain("stolen");
    }

    private void publish(String text) {
        TestKiosk.await(publishLater(text));
    }

    private CompletableFuture<?> publishLater(String text) {
        return kiosk.publish(TOPICS.birth(KIOSK), text.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
