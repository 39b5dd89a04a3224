package io.guidepost.devices.terminal.nexo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.adyen.model.nexo.AbortRequest;
import com.adyen.model.nexo.AmountsReq;
import com.adyen.model.nexo.DiagnosisRequest;
import com.adyen.model.nexo.ErrorConditionType;
import com.adyen.model.nexo.GlobalStatusType;
import com.adyen.model.nexo.LoginRequest;
import com.adyen.model.nexo.MessageCategoryType;
import com.adyen.model.nexo.MessageClassType;
import com.adyen.model.nexo.MessageHeader;
import com.adyen.model.nexo.MessageReference;
import com.adyen.model.nexo.MessageType;
import com.adyen.model.nexo.OriginalPOITransaction;
import com.adyen.model.nexo.PaymentRequest;
import com.adyen.model.nexo.PaymentResponse;
import com.adyen.model.nexo.PaymentTransaction;
import com.adyen.model.nexo.ResultType;
import com.adyen.model.nexo.ReversalReasonType;
import com.adyen.model.nexo.ReversalRequest;
import com.adyen.model.nexo.SaleData;
import com.adyen.model.nexo.SaleSoftware;
import com.adyen.model.nexo.SaleToPOIRequest;
import com.adyen.model.nexo.SaleToPOIResponse;
import com.adyen.model.nexo.TransactionIdentification;
import com.adyen.model.nexo.TransactionStatusRequest;
import com.adyen.model.terminal.TerminalAPIRequest;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.ReversalOrder;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalFault;
import io.guidepost.devices.sim.TerminalSimulator;
import io.guidepost.devices.sim.TerminalStep;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our driver and our simulator against Adyen's library: it reads all that they say, and the
 * simulator understands what it writes.
 */
class NexoOracleTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private TerminalSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = TerminalSimulator.start(0, directory.resolve("terminal.journal"));
    }

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    @Test
    void readsAllThatDriverAndSimulatorSay() throws Exception {
        List<Recording> lines = new CopyOnWriteArrayList<>();
        NexoTerminal terminal =
                new NexoTerminal(
                        new DeviceId(DeviceKind.TERMINAL, "nexo"),
                        () -> {
                            Recording line =
                                    new Recording(
                                            TcpLine.to(simulator.address(), Duration.ofSeconds(2))
                                                    .open());
                            lines.add(line);
                            return line;
                        },
                        new NexoSettings(
                                "KIOSK-1",
                                "POI-1",
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(2),
                                Duration.ofMillis(200)),
                        Clock.systemUTC());
        try (terminal) {
            terminal.start();
            await().atMost(SOON).until(() -> terminal.status().usable());
            talk(terminal);
            await().atMost(SOON)
                    .until(
                            () ->
                                    terminal.health()
                                            .selfTest()
                                            .what()
                                            .equals("it answered a diagnosis"));
        }
        Set<String> kinds = new TreeSet<>();
        List<String> problems = new ArrayList<>();
        for (Recording line : lines) {
            for (byte[] message : line.messages()) {
                kinds.add(kind(message));
                problems.addAll(AdyenOracle.problems(message));
            }
        }
        assertThat(problems).isEmpty();
        assertThat(kinds)
                .containsExactly(
                        "Abort REQUEST",
                        "Diagnosis REQUEST",
                        "Diagnosis RESPONSE",
                        "Login REQUEST",
                        "Login RESPONSE",
                        "Payment REQUEST",
                        "Payment RESPONSE",
                        "Reversal REQUEST",
                        "Reversal RESPONSE",
                        "TransactionStatus REQUEST",
                        "TransactionStatus RESPONSE");
    }

    /** Every way a message can look. */
    private void talk(NexoTerminal terminal) throws Exception {
        PaymentOrder paid = order();
        assertThat(get(terminal.pay(paid))).isInstanceOf(PaymentOutcome.Approved.class);
        get(terminal.status(paid));
        simulator.script().once(TerminalStep.REVERSAL, TerminalFault.REFUSED);
        get(terminal.reverse(new ReversalOrder(UUID.randomUUID(), paid.id(), 1290, "EUR")));
        for (TerminalBehaviour behaviour :
                List.of(
                        TerminalBehaviour.DECLINE,
                        TerminalBehaviour.BUSY,
                        TerminalBehaviour.PARTIAL,
                        TerminalBehaviour.WRONG_CURRENCY,
                        TerminalBehaviour.CARD_LEFT_IN,
                        TerminalBehaviour.LOGGED_OUT)) {
            simulator.next(behaviour);
            get(terminal.pay(order()));
        }
        simulator.next(TerminalBehaviour.ASK);
        PaymentOrder cancelled = order();
        CompletionStage<PaymentOutcome> paying = terminal.pay(cancelled);
        await().atMost(SOON).until(() -> simulator.waiting().isPresent());
        get(terminal.status(cancelled));
        terminal.abort(cancelled.id());
        get(paying);
    }

    @Test
    void theSimulatorUnderstandsWhatItWrites() throws Exception {
        try (ByteLine line = TcpLine.to(simulator.address(), Duration.ofSeconds(2)).open()) {
            NexoFrames frames = new NexoFrames(line);

            SaleToPOIResponse login = ask(frames, "L1", MessageCategoryType.LOGIN, login());
            assertThat(login.getLoginResponse().getResponse().getResult())
                    .isEqualTo(ResultType.SUCCESS);
            assertThat(
                            login.getLoginResponse()
                                    .getPOISystemData()
                                    .getPOITerminalData()
                                    .getPOISerialNumber())
                    .isEqualTo("SIM-0001");

            SaleToPOIRequest diagnosis = new SaleToPOIRequest();
            diagnosis.setDiagnosisRequest(new DiagnosisRequest());
            assertThat(
                            ask(frames, "D1", MessageCategoryType.DIAGNOSIS, diagnosis)
                                    .getDiagnosisResponse()
                                    .getPOIStatus()
                                    .getGlobalStatus())
                    .isEqualTo(GlobalStatusType.OK);

            PaymentResponse paid =
                    ask(frames, "P1", MessageCategoryType.PAYMENT, payment()).getPaymentResponse();
            assertThat(paid.getResponse().getResult()).isEqualTo(ResultType.SUCCESS);
            assertThat(paid.getPaymentResult().getAmountsResp().getAuthorizedAmount())
                    .isEqualByComparingTo("12.90");
            assertThat(simulator.charges()).hasSize(1);

            PaymentResponse again =
                    ask(frames, "S1", MessageCategoryType.TRANSACTION_STATUS, status("P1"))
                            .getTransactionStatusResponse()
                            .getRepeatedMessageResponse()
                            .getRepeatedResponseMessageBody()
                            .getPaymentResponse();
            TransactionIdentification poiTransaction = paid.getPOIData().getPOITransactionID();
            assertThat(again.getPOIData().getPOITransactionID().getTransactionID())
                    .isEqualTo(poiTransaction.getTransactionID());
            assertThat(
                            ask(frames, "S2", MessageCategoryType.TRANSACTION_STATUS, status("P9"))
                                    .getTransactionStatusResponse()
                                    .getResponse()
                                    .getErrorCondition())
                    .isEqualTo(ErrorConditionType.NOT_FOUND);

            assertThat(
                            ask(
                                            frames,
                                            "R1",
                                            MessageCategoryType.REVERSAL,
                                            reversal(poiTransaction))
                                    .getReversalResponse()
                                    .getResponse()
                                    .getResult())
                    .isEqualTo(ResultType.SUCCESS);
            assertThat(simulator.charges().getFirst().reversedMinor()).isEqualTo(1290);

            simulator.next(TerminalBehaviour.ASK);
            write(frames, "P2", MessageCategoryType.PAYMENT, payment());
            await().atMost(SOON).until(() -> simulator.waiting().isPresent());
            write(frames, "A1", MessageCategoryType.ABORT, abort("P2"));
            assertThat(read(frames).getPaymentResponse().getResponse().getErrorCondition())
                    .isEqualTo(ErrorConditionType.ABORTED);
        }
    }

    private static SaleToPOIRequest login() throws Exception {
        SaleSoftware software = new SaleSoftware();
        software.setManufacturerID("Somebody");
        software.setApplicationName("Else");
        software.setSoftwareVersion("1");
        software.setCertificationCode("none");
        LoginRequest body = new LoginRequest();
        body.setDateTime(now());
        body.setSaleSoftware(software);
        body.setOperatorLanguage("en");
        SaleToPOIRequest request = new SaleToPOIRequest();
        request.setLoginRequest(body);
        return request;
    }

    private static SaleToPOIRequest payment() throws Exception {
        AmountsReq amounts = new AmountsReq();
        amounts.setCurrency("EUR");
        amounts.setRequestedAmount(new BigDecimal("12.9"));
        PaymentTransaction transaction = new PaymentTransaction();
        transaction.setAmountsReq(amounts);
        PaymentRequest body = new PaymentRequest();
        body.setSaleData(saleData());
        body.setPaymentTransaction(transaction);
        SaleToPOIRequest request = new SaleToPOIRequest();
        request.setPaymentRequest(body);
        return request;
    }

    private static SaleToPOIRequest status(String serviceId) {
        TransactionStatusRequest body = new TransactionStatusRequest();
        body.setMessageReference(reference(serviceId));
        SaleToPOIRequest request = new SaleToPOIRequest();
        request.setTransactionStatusRequest(body);
        return request;
    }

    private static SaleToPOIRequest reversal(TransactionIdentification poiTransaction)
            throws Exception {
        OriginalPOITransaction original = new OriginalPOITransaction();
        original.setPOITransactionID(poiTransaction);
        ReversalRequest body = new ReversalRequest();
        body.setSaleData(saleData());
        body.setOriginalPOITransaction(original);
        // Without an amount: all of it.
        body.setReversalReason(ReversalReasonType.MERCHANT_CANCEL);
        SaleToPOIRequest request = new SaleToPOIRequest();
        request.setReversalRequest(body);
        return request;
    }

    private static SaleToPOIRequest abort(String serviceId) {
        AbortRequest body = new AbortRequest();
        body.setMessageReference(reference(serviceId));
        body.setAbortReason("MerchantAbort");
        SaleToPOIRequest request = new SaleToPOIRequest();
        request.setAbortRequest(body);
        return request;
    }

    private static SaleData saleData() throws Exception {
        TransactionIdentification id = new TransactionIdentification();
        id.setTransactionID(UUID.randomUUID().toString());
        id.setTimeStamp(now());
        SaleData data = new SaleData();
        data.setSaleTransactionID(id);
        return data;
    }

    private static MessageReference reference(String serviceId) {
        MessageReference reference = new MessageReference();
        reference.setMessageCategory(MessageCategoryType.PAYMENT);
        reference.setServiceID(serviceId);
        reference.setSaleID("OTHER-1");
        reference.setPOIID("POI-1");
        return reference;
    }

    private static XMLGregorianCalendar now() throws Exception {
        return DatatypeFactory.newInstance().newXMLGregorianCalendar(Instant.now().toString());
    }

    private static SaleToPOIResponse ask(
            NexoFrames frames,
            String serviceId,
            MessageCategoryType category,
            SaleToPOIRequest request)
            throws Exception {
        write(frames, serviceId, category, request);
        SaleToPOIResponse response = read(frames);
        assertThat(response.getMessageHeader().getServiceID()).isEqualTo(serviceId);
        assertThat(response.getMessageHeader().getMessageCategory()).isEqualTo(category);
        return response;
    }

    private static void write(
            NexoFrames frames,
            String serviceId,
            MessageCategoryType category,
            SaleToPOIRequest request)
            throws IOException {
        MessageHeader header = new MessageHeader();
        header.setProtocolVersion("3.0");
        header.setMessageClass(MessageClassType.SERVICE);
        header.setMessageCategory(category);
        header.setMessageType(MessageType.REQUEST);
        header.setServiceID(serviceId);
        header.setSaleID("OTHER-1");
        header.setPOIID("POI-1");
        request.setMessageHeader(header);
        TerminalAPIRequest message = new TerminalAPIRequest();
        message.setSaleToPOIRequest(request);
        frames.write(AdyenOracle.bytes(message));
    }

    private static SaleToPOIResponse read(NexoFrames frames) throws IOException {
        byte[] message = frames.read(Duration.ofSeconds(10)).orElseThrow();
        assertThat(AdyenOracle.problems(message)).isEmpty();
        return AdyenOracle.answer(message).getSaleToPOIResponse();
    }

    private static PaymentOrder order() {
        return new PaymentOrder(UUID.randomUUID(), 1290, "EUR", "booking 7");
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static String kind(byte[] message) throws IOException {
        NexoMessage parsed = NexoMessage.parse(message);
        return parsed.category() + " " + parsed.type();
    }

    /** Keeps all that goes over a line, both ways. */
    private static final class Recording implements ByteLine {
        private final ByteLine line;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        Recording(ByteLine line) {
            this.line = line;
        }

        @Override
        public int read(byte[] into, Duration limit) throws IOException {
            int count = line.read(into, limit);
            read.write(into, 0, count);
            return count;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            written.writeBytes(bytes);
            line.write(bytes);
        }

        @Override
        public void close() {
            line.close();
        }

        List<byte[]> messages() {
            List<byte[]> all = new ArrayList<>();
            for (ByteArrayOutputStream way : List.of(written, read)) {
                ByteBuffer bytes = ByteBuffer.wrap(way.toByteArray());
                while (bytes.remaining() >= 4) {
                    byte[] message = new byte[bytes.getInt()];
                    bytes.get(message);
                    all.add(message);
                }
            }
            return all;
        }
    }
}
