package io.guidepost.devices.terminal.nexo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentOutcome.Unknown;
import io.guidepost.devices.transport.TcpAddress;
import io.guidepost.devices.transport.TcpLine;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * The driver against a terminal that does not keep to the protocol: nothing of it may be believed.
 */
class NexoProtocolTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @SuppressWarnings("NullAway.Init")
    private ServerSocket server;

    @SuppressWarnings("NullAway.Init")
    private NexoTerminal terminal;

    private volatile Function<NexoMessage, NexoMessage> behaviour = NexoProtocolTest::honest;
    private volatile UnaryOperator<byte[]> wire = NexoProtocolTest::framed;

    @BeforeEach
    void start() throws Exception {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon(true).start(this::accept);
        terminal =
                new NexoTerminal(
                        new DeviceId(DeviceKind.TERMINAL, "nexo"),
                        TcpLine.to(
                                new TcpAddress("127.0.0.1", server.getLocalPort()),
                                Duration.ofSeconds(1)),
                        new NexoSettings(
                                "KIOSK-1",
                                "POI-1",
                                Duration.ofMillis(800),
                                Duration.ofMillis(800),
                                Duration.ofSeconds(1)),
                        Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        terminal.close();
        server.close();
    }

    @Test
    void anAnswerToSomebodyElseIsRefused() throws Exception {
        connect();
        behaviour =
                request ->
                        request.category().equals("Payment")
                                ? with(honest(request), "KIOSK-2", request.serviceId())
                                : honest(request);
        assertThat(pay()).isInstanceOf(Unknown.class);
        behaviour =
                request ->
                        request.category().equals("Payment")
                                ? with(honest(request), "KIOSK-1", "WRONG")
                                : honest(request);
        assertThat(pay()).isInstanceOf(Unknown.class);
        assertThat(terminal.counters().get("refused-answers")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void anApprovalOfAnotherPaymentIsNotBelieved() throws Exception {
        connect();
        behaviour =
                request -> {
                    NexoMessage answer = honest(request);
                    if (request.category().equals("Payment")) {
                        ((ObjectNode) answer.body().path("SaleData").path("SaleTransactionID"))
                                .put("TransactionID", UUID.randomUUID().toString());
                    }
                    return answer;
                };
        assertThat(pay()).isInstanceOf(Unknown.class);
    }

    @Test
    void anApprovalWithoutAnAmountIsUnknown() throws Exception {
        connect();
        behaviour =
                request -> {
                    NexoMessage answer = honest(request);
                    if (request.category().equals("Payment")) {
                        ((ObjectNode) answer.body()).remove("PaymentResult");
                    }
                    return answer;
                };
        assertThat(pay()).isInstanceOf(Unknown.class);
    }

    @Test
    void answersComeByteByByte() throws Exception {
        connect();
        assertThat(pay()).isInstanceOf(PaymentOutcome.Approved.class);
    }

    @Test
    void garbageBreaksTheLineAndNothingElse() throws Exception {
        wire = _ -> new byte[] {0x7f, 0x7f, 0x7f, 0x7f, 1, 2, 3};
        terminal.start();
        await().atMost(SOON).until(() -> terminal.counters().get("retries") > 0);
        wire =
                _ ->
                        ByteBuffer.allocate(9)
                                .putInt(5)
                                .put("{no}!".getBytes(StandardCharsets.US_ASCII))
                                .array();
        await().atMost(SOON).until(() -> terminal.counters().get("retries") > 1);
        wire = NexoProtocolTest::framed;
        await().atMost(SOON).until(() -> terminal.status() instanceof DeviceStatus.Ready);
    }

    @Test
    void aRefusedLoginIsAFault() {
        behaviour =
                request -> {
                    ObjectNode body = NexoMessage.object();
                    body.putObject("Response")
                            .put("Result", "Failure")
                            .put("ErrorCondition", "NotAllowed");
                    return request.response(body);
                };
        terminal.start();
        await().atMost(SOON)
                .until(
                        () ->
                                terminal.status() instanceof DeviceStatus.Fault fault
                                        && fault.reason().contains("NotAllowed"));
    }

    @Test
    void amountsKeepTheirMinorUnits() throws Exception {
        assertThat(NexoAmount.toNexo(12345, "EUR")).isEqualByComparingTo("123.45");
        assertThat(NexoAmount.toNexo(500, "JPY")).isEqualByComparingTo("500");
        assertThat(NexoAmount.toMinor(NexoMessage.json("123.45"), "EUR")).isEqualTo(12345);
        assertThat(NexoAmount.toMinor(NexoMessage.json("0.1"), "EUR")).isEqualTo(10);
        assertThatThrownBy(() -> NexoAmount.toMinor(NexoMessage.json("0.001"), "EUR"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> NexoAmount.toMinor(NexoMessage.json("\"x\""), "EUR"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theServiceIdOfAPaymentIsAlwaysTheSame() {
        UUID id = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(ServiceIds.of(id)).hasSize(10).isEqualTo(ServiceIds.of(id));
        assertThat(ServiceIds.of(id)).isNotEqualTo(ServiceIds.of(UUID.randomUUID()));
    }

    private void connect() {
        terminal.start();
        await().atMost(SOON).until(() -> terminal.status() instanceof DeviceStatus.Ready);
    }

    private PaymentOutcome pay() throws Exception {
        return terminal.pay(new PaymentOrder(UUID.randomUUID(), 100, "EUR", "x"))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private static NexoMessage with(NexoMessage answer, String saleId, String serviceId) {
        return new NexoMessage(
                answer.type(), answer.category(), serviceId, saleId, answer.poiId(), answer.body());
    }

    /** What a terminal should say that knows no earlier payment and approves each. */
    private static NexoMessage honest(NexoMessage request) {
        ObjectNode body = NexoMessage.object();
        if (request.category().equals("TransactionStatus")) {
            body.putObject("Response").put("Result", "Failure").put("ErrorCondition", "NotFound");
            return request.response(body);
        }
        body.putObject("Response").put("Result", "Success");
        if (request.category().equals("Payment")) {
            body.set("SaleData", request.body().path("SaleData").deepCopy());
            body.putObject("POIData").putObject("POITransactionID").put("TransactionID", "T1");
            body.putObject("PaymentResult")
                    .putObject("AmountsResp")
                    .put("Currency", "EUR")
                    .put("AuthorizedAmount", 1.00);
        }
        return request.response(body);
    }

    private static byte[] framed(byte[] message) {
        return ByteBuffer.allocate(4 + message.length).putInt(message.length).put(message).array();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setTcpNoDelay(true);
                DataInputStream in = new DataInputStream(socket.getInputStream());
                while (true) {
                    byte[] message = new byte[in.readInt()];
                    in.readFully(message);
                    NexoMessage request = NexoMessage.parse(message);
                    if (request.category().equals("Abort")) {
                        continue;
                    }
                    byte[] answer = behaviour.apply(request).bytes();
                    byte[] sent = wire.apply(answer);
                    for (byte b : sent) {
                        socket.getOutputStream().write(b);
                    }
                }
            } catch (IOException _) {
                // The driver hung up, as it should on garbage.
            }
        }
    }
}
