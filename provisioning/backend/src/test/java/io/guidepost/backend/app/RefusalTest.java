package io.guidepost.backend.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import io.guidepost.backend.fixture.BackendFixture;
import io.guidepost.backend.fixture.TestKiosk;
import io.guidepost.backend.fixture.TestMall;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.member.StaffRef;
import io.guidepost.contract.money.Money;
import io.guidepost.contract.topic.Envelope;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kiosk must not do, and what is not as the contract says. */
class RefusalTest {
    @TempDir static Path folder;
    private static BackendFixture backend;
    private static TestKiosk kiosk;
    private static TestKiosk other;

    @BeforeAll
    static void start() {
        backend = BackendFixture.fresh(folder);
        kiosk = backend.kiosk("kiosk-1");
        other = backend.kiosk("kiosk-2");
    }

    @AfterAll
    static void stop() {
        kiosk.close();
        other.close();
        backend.close();
    }

    @Test
    void aWrongSecretIsNotLetIn() {
        Mqtt5AsyncClient stranger = TestKiosk.client(backend.mqttPort(), "kiosk-1");
        assertThatThrownBy(
                        () ->
                                TestKiosk.await(
                                        stranger.connectWith()
                                                .simpleAuth()
                                                .username("kiosk-1")
                                                .password("guess".getBytes(StandardCharsets.UTF_8))
                                                .applySimpleAuth()
                                                .send()))
                .hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
    }

    @Test
    void anotherKiosksTopicsAreRefused() {
        TestKiosk curious = backend.kiosk("kiosk-3");
        assertThatThrownBy(() -> curious.subscribe(BackendFixture.TOPICS.allDown(other.id())))
                .hasMessageContaining("Error Codes");
        assertThatThrownBy(() -> curious.subscribe("#")).hasMessageContaining("Error Codes");

        long before = backend.count("select count(*) from inbox");
        KioskEvent event = new KioskEvent.ScanRefused(session(), "unknown", Instant.now());
        assertThatThrownBy(
                        () ->
                                TestKiosk.await(
                                        curious.publish(
                                                BackendFixture.TOPICS.event(
                                                        other.id(), event.type()),
                                                Json.write(event),
                                                envelope(other.id(), event.type()))))
                .isInstanceOf(AssertionError.class);
        assertThat(backend.count("select count(*) from inbox")).isEqualTo(before);
    }

    @Test
    void garbageIsRefusedWithAReasonAndAcknowledgedSoThatNothingIsHeldUp() {
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        UUID id = Ids.newId();
        TestKiosk.await(
                kiosk.publish(
                        BackendFixture.TOPICS.event(kiosk.id(), "offer-viewed"),
                        noise,
                        envelope(id, kiosk.id(), "offer-viewed")));
        UUID good = kiosk.send(new KioskEvent.ScanRefused(session(), "unknown", Instant.now()));
        await().until(() -> kiosk.acknowledged().contains(good));
        assertThat(kiosk.acknowledged()).contains(id);
        assertThat(reason(id)).isEqualTo("KioskEvent: not JSON");
    }

    @Test
    void aMissingFieldIsNamed() {
        UUID id = Ids.newId();
        TestKiosk.await(
                kiosk.publish(
                        BackendFixture.TOPICS.event(kiosk.id(), "scan-refused"),
                        ("{\"event\":\"scan-refused\",\"session\":\"" + UUID.randomUUID() + "\"}")
                                .getBytes(StandardCharsets.UTF_8),
                        envelope(id, kiosk.id(), "scan-refused")));
        await().until(() -> kiosk.acknowledged().contains(id));
        assertThat(reason(id)).containsAnyOf("reason", "at").contains("missing");
    }

    @Test
    void anEventWithoutItsEnvelopeIsCountedAndKept() {
        long before = backend.count("select count(*) from refused_messages");
        TestKiosk.await(
                kiosk.publish(
                        BackendFixture.TOPICS.event(kiosk.id(), "offer-viewed"),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        Map.of()));
        TestKiosk.await(
                kiosk.publish(
                        "gp/v1/test/k/kiosk-1/up/nonsense",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        Map.of()));
        TestKiosk.await(
                kiosk.publish(
                        BackendFixture.TOPICS.birth(kiosk.id()),
                        "[]".getBytes(StandardCharsets.UTF_8),
                        Map.of()));
        await().untilAsserted(
                        () ->
                                assertThat(backend.count("select count(*) from refused_messages"))
                                        .isEqualTo(before + 3));
    }

    @Test
    void anEventInAnothersNameIsRefused() {
        UUID id = Ids.newId();
        KioskEvent event = new KioskEvent.ScanRefused(session(), "unknown", Instant.now());
        TestKiosk.await(
                kiosk.publish(
                        BackendFixture.TOPICS.event(kiosk.id(), event.type()),
                        Json.write(event),
                        envelope(id, other.id(), event.type())));
        await().until(() -> kiosk.acknowledged().contains(id));
        assertThat(reason(id)).startsWith("ce_source");
    }

    @Test
    void aRestockThatCannotBeIsRefused() {
        TestMall mall = TestMall.in(backend.core());
        UUID tooMany =
                kiosk.send(
                        new KioskEvent.StockRestocked(
                                Ids.newId(), mall.honey(), 10_001, mall.staff(), Instant.now()));
        UUID stranger =
                kiosk.send(
                        new KioskEvent.StockRestocked(
                                Ids.newId(),
                                mall.honey(),
                                1,
                                new StaffRef("s-nobody"),
                                Instant.now()));
        await().until(() -> kiosk.acknowledged().contains(stranger));
        assertThat(reason(tooMany)).isEqualTo("units: needs 1 to 10000, got 10001");
        assertThat(reason(stranger)).isEqualTo("staff: not known");
        assertThat(backend.count("select units from stock where offer_id = ?", mall.honey()))
                .isEqualTo(TestMall.HONEY_UNITS);
        assertThat(backend.count("select count(*) from inbox where id = ?", tooMany)).isZero();
    }

    @Test
    void refusedMoneyIsMarkedSoThatHeadOfficeSeesIt() {
        UUID nothing =
                kiosk.send(
                        new KioskEvent.PaymentCaptured(
                                session(),
                                Ids.newId(),
                                Ids.newId(),
                                Money.of(0, "EUR"),
                                "T-1",
                                "A-1",
                                Optional.empty(),
                                Instant.now()));
        UUID noise = Ids.newId();
        TestKiosk.await(
                kiosk.publish(
                        BackendFixture.TOPICS.event(kiosk.id(), "payment-captured"),
                        "noise".getBytes(StandardCharsets.UTF_8),
                        envelope(noise, kiosk.id(), "payment-captured")));
        await().until(() -> kiosk.acknowledged().containsAll(List.of(nothing, noise)));
        assertThat(
                        backend.count(
                                "select count(*) from refused_messages where money and event_id in"
                                        + " (?, ?)",
                                nothing.toString(),
                                noise.toString()))
                .isEqualTo(2);
    }

    @Test
    void aBadRequestIsAnsweredWithTheFieldItsLimitAndNoValue() {
        assertThat(ask("slots", "{\"offer\":\"a:b\",\"from\":\"2026-01-01\",\"days\":40}"))
                .isEqualTo("days: needs 1 to 31, got 40");
        assertThat(ask("hold", "{\"holdId\":\"x\"}")).contains("Hold").contains("holdId");
        assertThat(ask("member", "{}")).contains("Member").contains("memberCode");
        assertThat(ask("member", "not json")).isEqualTo("Member: not JSON");
        assertThat(ask("nonsense", "{}")).isEqualTo("service: unknown");
    }

    private static String ask(String service, String json) {
        return kiosk.askBadly(service, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTenMegabyteMessageIsRefusedAndTheBackendGoesOn() throws Exception {
        TestKiosk greedy = backend.kiosk("kiosk-4");
        assertThatThrownBy(
                        () ->
                                TestKiosk.await(
                                        greedy.publish(
                                                BackendFixture.TOPICS.birth(greedy.id()),
                                                new byte[10 << 20],
                                                Map.of())))
                .isInstanceOf(AssertionError.class);
        assertThat(sendTenMegabytesUnasked()).isTrue();
        UUID good = kiosk.send(new KioskEvent.ScanRefused(session(), "unknown", Instant.now()));
        await().until(() -> kiosk.acknowledged().contains(good));
    }

    /** A client without manners: announces a packet of 10 MB and sends it. */
    private static boolean sendTenMegabytesUnasked() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), backend.mqttPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            byte[] head = {0x10, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x05};
            out.write(head);
            byte[] chunk = new byte[64 << 10];
            try {
                for (int sent = 0; sent < 10 << 20; sent += chunk.length) {
                    out.write(chunk);
                }
                while (in.read() >= 0) {
                    // What it says before it hangs up does not matter.
                }
                return true;
            } catch (SocketException e) {
                return true;
            }
        }
    }

    private static String reason(UUID event) {
        return backend.core()
                .database()
                .inTransaction(
                        h ->
                                h.createQuery(
                                                "select reason from refused_messages where event_id"
                                                        + " = :id")
                                        .bind("id", event.toString())
                                        .mapTo(String.class)
                                        .one());
    }

    private static SessionId session() {
        return new SessionId(UUID.randomUUID().toString());
    }

    private static Map<String, String> envelope(KioskId source, String type) {
        return envelope(Ids.newId(), source, type);
    }

    private static Map<String, String> envelope(UUID id, KioskId source, String type) {
        return Map.of(
                "ce_id", id.toString(),
                "ce_source", source.value(),
                "ce_type", Envelope.TYPE_PREFIX + type,
                "ce_time", Instant.now().toString(),
                "ce_specversion", Envelope.SPEC_VERSION);
    }
}
