package io.guidepost.devices.terminal.nexo;

import static io.guidepost.devices.terminal.nexo.NexoMessage.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PaymentId;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentOutcome.Unknown;
import io.guidepost.devices.ReversalOrder;
import io.guidepost.devices.ReversalOutcome;
import io.guidepost.devices.ReversalOutcome.Reversed;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.transport.TcpAddress;
import io.guidepost.devices.transport.TcpLine;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The driver against a terminal that does not keep to the protocol: nothing of it may be believed.
 */
@Execution(ExecutionMode.CONCURRENT)
class NexoProtocolTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @SuppressWarnings("NullAway.Init")
    private ServerSocket server;

    @SuppressWarnings("NullAway.Init")
    private NexoTerminal terminal;

    private volatile Function<NexoMessage, NexoMessage> behaviour = NexoProtocolTest::honest;
    private volatile UnaryOperator<byte[]> wire = NexoProtocolTest::framed;

    /** Between the length of an answer and the rest of it. */
    private volatile long pauseMillis;

    @BeforeEach
    void start() throws Exception {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon(true).start(this::accept);
        terminal = terminal(Duration.ofMillis(800));
    }

    private NexoTerminal terminal(Duration paymentLimit) {
        return new NexoTerminal(
                new DeviceId(DeviceKind.TERMINAL, "nexo"),
                TcpLine.to(
                        new TcpAddress("127.0.0.1", server.getLocalPort()), Duration.ofSeconds(1)),
                new NexoSettings(
                        "KIOSK-1",
                        "POI-1",
                        Duration.ofMillis(800),
                        paymentLimit,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(15)),
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
        behaviour = request -> failure(request, "NotAllowed");
        terminal.start();
        await().atMost(SOON)
                .until(
                        () ->
                                terminal.status() instanceof DeviceStatus.Fault fault
                                        && fault.reason().contains("NotAllowed"));
    }

    @Test
    void anAnswerInPiecesIsNoIdleLine() throws Exception {
        AtomicInteger logins = new AtomicInteger();
        pauseMillis = 30;
        behaviour =
                request -> {
                    logins.incrementAndGet();
                    return failure(request, "NotAllowed");
                };
        terminal.start();
        await().atMost(SOON).until(() -> terminal.status() instanceof DeviceStatus.Fault);
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> logins.get() == 1);
    }

    @Test
    void aTerminalThatLogsTheKioskOutIsLoggedInAgain() throws Exception {
        connect();
        AtomicInteger logins = new AtomicInteger();
        behaviour =
                request -> {
                    if (request.category().equals("Login")) {
                        logins.incrementAndGet();
                    } else if (logins.get() == 0 && request.category().equals("Payment")) {
                        NexoMessage answer = failure(request, "LoggedOut");
                        ((ObjectNode) answer.body())
                                .set("SaleData", request.body().path("SaleData"));
                        return answer;
                    }
                    return honest(request);
                };
        assertThat(pay()).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(logins).hasValue(1);
    }

    @Test
    void aQuestionThatMeetsALoggedOutKioskIsAskedAgain() throws Exception {
        connect();
        AtomicInteger logins = new AtomicInteger();
        behaviour =
                request -> {
                    if (request.category().equals("Login")) {
                        logins.incrementAndGet();
                    } else if (logins.get() == 0) {
                        return failure(request, "LoggedOut");
                    }
                    return honest(request);
                };
        assertThat(
                        terminal.status(new PaymentOrder(UUID.randomUUID(), 100, "EUR", "x"))
                                .toCompletableFuture()
                                .get(20, TimeUnit.SECONDS))
                .isEqualTo(new TransactionStatus.NotFound());
        assertThat(logins).hasValue(1);
        assertThat(terminal.counters().get("logged-out")).isEqualTo(1);
    }

    @Test
    void aDiagnosisThatNamesOtherKiosksOnlyMeansLoggedOut() throws Exception {
        assertThat(NexoAnswers.loggedOut(NexoMessage.json("{\"LoggedSaleID\": [\"K-2\"]}"), "K-1"))
                .isTrue();
        assertThat(
                        NexoAnswers.loggedOut(
                                NexoMessage.json("{\"LoggedSaleID\": [\"K-2\", \"K-1\"]}"), "K-1"))
                .isFalse();
        assertThat(NexoAnswers.loggedOut(NexoMessage.json("{}"), "K-1")).isFalse();
    }

    @Test
    void aReversalCountsWhatTheTerminalGaveBack() throws Exception {
        connect();
        assertThat(reverse("Partial", 0.50)).isEqualTo(new Reversed(50, "EUR", "T2"));
        assertThat(reverse("Success", 1.00)).isEqualTo(new Reversed(100, "EUR", "T2"));
        assertThat(reverse("Success", null)).isEqualTo(new Reversed(100, "EUR", "T2"));
        assertThat(reverse("Partial", null)).isInstanceOf(ReversalOutcome.Unknown.class);
        assertThat(reverse("Partial", 0.005)).isInstanceOf(ReversalOutcome.Unknown.class);
        assertThat(reverse("Success", 1.01)).isInstanceOf(ReversalOutcome.Unknown.class);
        assertThat(reverse("Success", 0.0)).isInstanceOf(ReversalOutcome.Unknown.class);
    }

    /** Where it is not certain, another reversal could give back twice. */
    @Test
    void aFailedReversalGaveNothingBackOnlyWhereTheTerminalRefusedIt() throws Exception {
        for (String refused :
                List.of(
                        "Aborted",
                        "Busy",
                        "Cancel",
                        "DeviceOut",
                        "LoggedOut",
                        "MessageFormat",
                        "NotAllowed",
                        "Refusal",
                        "UnavailableDevice",
                        "UnavailableService")) {
            assertThat(failedReversal(refused)).isEqualTo(new ReversalOutcome.NotReversed(refused));
        }
        for (String unclear : List.of("", "InProgress", "UnreachableHost", "NotFound", "New")) {
            assertThat(failedReversal(unclear))
                    .as(unclear)
                    .isInstanceOf(ReversalOutcome.Unknown.class);
        }
    }

    private static ReversalOutcome failedReversal(String condition) throws Exception {
        String why = condition.isEmpty() ? "" : ", \"ErrorCondition\": \"" + condition + "\"";
        return NexoAnswers.reversal(
                NexoMessage.json("{\"Response\": {\"Result\": \"Failure\"" + why + "}}"),
                new ReversalOrder(UUID.randomUUID(), PaymentId.random(), 100, "EUR"));
    }

    /** Wants 1.00 of a payment back from a terminal that answers this. */
    private ReversalOutcome reverse(String result, @Nullable Double amount) throws Exception {
        PaymentId payment = PaymentId.random();
        behaviour =
                request ->
                        switch (request.category()) {
                            case "TransactionStatus" ->
                                    text(request.body().path("MessageReference"), "MessageCategory")
                                                    .equals("Payment")
                                            ? approvedBefore(request, payment)
                                            : honest(request);
                            case "Reversal" -> {
                                ObjectNode body = NexoMessage.object();
                                body.putObject("Response").put("Result", result);
                                body.set("SaleData", request.body().path("SaleData"));
                                body.putObject("POIData")
                                        .putObject("POITransactionID")
                                        .put("TransactionID", "T2");
                                if (amount != null) {
                                    body.put("ReversedAmount", BigDecimal.valueOf(amount));
                                }
                                yield request.response(body);
                            }
                            default -> honest(request);
                        };
        return terminal.reverse(new ReversalOrder(UUID.randomUUID(), payment, 100, "EUR"))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void aReversalThatMayBeOnItsWayIsNotSentAgain() throws Exception {
        PaymentId payment = PaymentId.random();
        AtomicInteger reversals = new AtomicInteger();
        behaviour =
                request -> {
                    if (request.category().equals("Reversal")) {
                        reversals.incrementAndGet();
                        return with(honest(request), "KIOSK-1", "WRONG");
                    }
                    return request.category().equals("TransactionStatus")
                                    && text(
                                                    request.body().path("MessageReference"),
                                                    "MessageCategory")
                                            .equals("Payment")
                            ? approvedBefore(request, payment)
                            : honest(request);
                };
        ReversalOrder order = new ReversalOrder(UUID.randomUUID(), payment, 100, "EUR");
        try (NexoTerminal patient = terminal(Duration.ofMinutes(1))) {
            patient.start();
            await().atMost(SOON).until(() -> patient.status().usable());
            for (int i = 0; i < 2; i++) {
                assertThat(patient.reverse(order).toCompletableFuture().get(20, TimeUnit.SECONDS))
                        .isInstanceOf(ReversalOutcome.Unknown.class);
            }
            // Nor is it certain to be nothing when the terminal has forgotten the payment.
            behaviour = NexoProtocolTest::honest;
            assertThat(patient.reverse(order).toCompletableFuture().get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ReversalOutcome.Unknown.class);
        }
        assertThat(reversals).hasValue(1);
    }

    private static NexoMessage approvedBefore(NexoMessage status, PaymentId payment) {
        ObjectNode sale = NexoMessage.object();
        sale.putObject("SaleData")
                .putObject("SaleTransactionID")
                .put("TransactionID", payment.toString());
        NexoMessage earlier =
                new NexoMessage(
                        NexoMessage.Type.REQUEST,
                        "Payment",
                        ServiceIds.of(payment.value()),
                        status.saleId(),
                        status.poiId(),
                        sale);
        ObjectNode body = NexoMessage.object();
        body.putObject("Response").put("Result", "Success");
        ObjectNode repeated = body.putObject("RepeatedMessageResponse");
        repeated.set("MessageHeader", earlier.header());
        repeated.putObject("RepeatedResponseMessageBody")
                .set("PaymentResponse", honest(earlier).body());
        return status.response(body);
    }

    private static NexoMessage failure(NexoMessage request, String condition) {
        ObjectNode body = NexoMessage.object();
        body.putObject("Response").put("Result", "Failure").put("ErrorCondition", condition);
        return request.response(body);
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
                    socket.getOutputStream().write(sent, 0, 4);
                    Thread.sleep(pauseMillis);
                    for (byte b : Arrays.copyOfRange(sent, 4, sent.length)) {
                        socket.getOutputStream().write(b);
                    }
                }
            } catch (IOException _) {
                // The driver hung up, as it should on garbage.
            } catch (InterruptedException _) {
                return;
            }
        }
    }
}
