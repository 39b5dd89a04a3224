package io.guidepost.devices.sim;

import static io.guidepost.devices.terminal.nexo.NexoMessage.text;

import io.guidepost.devices.terminal.nexo.NexoAmount;
import io.guidepost.devices.terminal.nexo.NexoFrames;
import io.guidepost.devices.terminal.nexo.NexoMessage;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card terminal that speaks nexo over TCP and remembers its transactions in a file of its own, so
 * that killing the kiosk or itself loses none. Like many real ones it charges as often as it is
 * asked: charging once is the driver's business. All methods may be called from any thread.
 */
public final class TerminalSimulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalSimulator.class);

    private final TerminalLedger ledger;
    private final SimServer server;
    private final Semaphore oneAtATime = new Semaphore(1);
    private final ConcurrentLinkedDeque<TerminalBehaviour> queue = new ConcurrentLinkedDeque<>();
    private final CardPad pad = new CardPad();
    private volatile TerminalBehaviour usual = TerminalBehaviour.APPROVE;
    private volatile Duration thinking = Duration.ofMillis(20);
    private volatile Duration lateness = Duration.ofSeconds(5);
    private volatile Duration hesitation = Duration.ZERO;
    private volatile boolean mute;

    private TerminalSimulator(int port, Path journal) throws IOException {
        this.ledger = new TerminalLedger(journal);
        try {
            this.server = SimServer.start("terminal", port, this::serve);
        } catch (IOException e) {
            ledger.close();
            throw e;
        }
    }

    /**
     * Starts listening on loopback.
     *
     * @param port zero for a free one
     * @param journal the terminal's memory; made when missing
     */
    public static TerminalSimulator start(int port, Path journal) throws IOException {
        return new TerminalSimulator(port, journal);
    }

    public TcpAddress address() {
        return new TcpAddress("127.0.0.1", server.port());
    }

    /** What every payment meets for which nothing else is set. */
    public void setUsual(TerminalBehaviour behaviour) {
        usual = behaviour;
    }

    public TerminalBehaviour usual() {
        return usual;
    }

    /** What the next payment meets; several are taken in order. */
    public void next(TerminalBehaviour behaviour) {
        queue.add(behaviour);
    }

    /** How long it takes to approve or decline by itself. */
    public void setThinking(Duration time) {
        thinking = time;
    }

    /** How long a payment that begins late is not begun. */
    public void setLateness(Duration time) {
        lateness = time;
    }

    /** How long it takes to say what became of a payment. */
    public void setHesitation(Duration time) {
        hesitation = time;
    }

    /** Fault: takes everything, answers nothing. */
    public void setMute(boolean mute) {
        this.mute = mute;
    }

    /** Fault: cuts every connection. */
    public void dropConnections() {
        server.dropConnections();
    }

    /** The payment that waits for a person, if one does. */
    public Optional<WaitingPayment> waiting() {
        return pad.waiting();
    }

    /** A person presents a card; false when no payment waits. */
    public boolean presentCard() {
        return pad.decide(CardPad.Decision.APPROVED);
    }

    /** A person's card is refused; false when no payment waits. */
    public boolean decline() {
        return pad.decide(CardPad.Decision.REFUSED);
    }

    /** All money taken since the journal was begun, in order. */
    public List<Charge> charges() {
        return ledger.charges();
    }

    @Override
    public void close() throws IOException {
        server.close();
        pad.decide(CardPad.Decision.POWER_OFF);
        ledger.close();
    }

    private void serve(ByteLine line) throws IOException {
        NexoFrames frames = new NexoFrames(line);
        while (true) {
            Optional<byte[]> message = frames.read(Duration.ofMinutes(1));
            if (message.isPresent() && !mute) {
                NexoMessage request = NexoMessage.parse(message.get());
                // On a thread of its own: an abort or a question must get through while a payment
                // waits.
                Thread.ofVirtual()
                        .name("terminal-sim-request")
                        .start(() -> answer(request, frames, line));
            }
        }
    }

    private void answer(NexoMessage request, NexoFrames frames, ByteLine line) {
        try {
            Optional<ObjectNode> body =
                    switch (request.category()) {
                        case "Login", "Logout" -> Optional.of(TerminalAnswers.success());
                        case "Diagnosis" ->
                                Optional.of(
                                        TerminalAnswers.diagnosis(
                                                oneAtATime.availablePermits() == 0));
                        case "Payment" -> pay(request, line);
                        case "TransactionStatus" -> {
                            Thread.sleep(hesitation);
                            yield Optional.of(status(request));
                        }
                        case "Reversal" -> Optional.of(reverse(request));
                        case "Abort" -> {
                            pad.abort(text(request.body().path("MessageReference"), "ServiceID"));
                            yield Optional.empty();
                        }
                        default -> Optional.of(TerminalAnswers.failure("UnavailableService"));
                    };
            if (body.isPresent() && !mute) {
                frames.write(request.response(body.get()).bytes());
            }
        } catch (IOException e) {
            LOG.debug("An answer could not be given: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<ObjectNode> pay(NexoMessage request, ByteLine line)
            throws IOException, InterruptedException {
        Optional<WaitingPayment> asked = asked(request.body());
        if (asked.isEmpty()) {
            return Optional.of(TerminalAnswers.refused(request.body(), "MessageFormat"));
        }
        TerminalBehaviour queued = queue.poll();
        TerminalBehaviour behaviour = queued == null ? usual : queued;
        if (behaviour == TerminalBehaviour.BEGIN_LATE) {
            Thread.sleep(lateness);
        }
        if (behaviour == TerminalBehaviour.BUSY || !oneAtATime.tryAcquire()) {
            return Optional.of(TerminalAnswers.refused(request.body(), "Busy"));
        }
        try {
            ledger.begin(request);
            CardPad.Decision decision =
                    pad.decision(asked.get(), request.serviceId(), behaviour, thinking);
            ObjectNode answer =
                    switch (decision) {
                        case APPROVED -> TerminalAnswers.approved(request.body());
                        case REFUSED -> TerminalAnswers.refused(request.body(), "Refusal");
                        case ABORTED -> TerminalAnswers.refused(request.body(), "Aborted");
                        case POWER_OFF -> throw new IOException("switched off");
                    };
            ledger.end(request, answer);
            return switch (behaviour) {
                case APPROVE, DECLINE, ASK, TIME_OUT, BUSY, BEGIN_LATE -> Optional.of(answer);
                case SWALLOW_REPLY -> Optional.empty();
                case LOSE_REPLY -> {
                    line.close();
                    yield Optional.empty();
                }
            };
        } finally {
            oneAtATime.release();
        }
    }

    private static Optional<WaitingPayment> asked(JsonNode request) {
        JsonNode amounts = request.path("PaymentTransaction").path("AmountsReq");
        String currency = text(amounts, "Currency");
        try {
            return Optional.of(
                    new WaitingPayment(
                            text(
                                    request.path("SaleData").path("SaleTransactionID"),
                                    "TransactionID"),
                            NexoAmount.toMinor(amounts.path("RequestedAmount"), currency),
                            currency));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private ObjectNode status(NexoMessage request) {
        JsonNode reference = request.body().path("MessageReference");
        String category = text(reference, "MessageCategory");
        String serviceId = text(reference, "ServiceID");
        if (ledger.isRunning(category, request.saleId(), serviceId)) {
            return TerminalAnswers.failure("InProgress");
        }
        return ledger.answer(category, request.saleId(), serviceId)
                .map(answer -> TerminalAnswers.repeated(request, category, reference, answer))
                .orElseGet(() -> TerminalAnswers.failure("NotFound"));
    }

    private ObjectNode reverse(NexoMessage request) throws IOException {
        String original =
                text(
                        request.body().path("OriginalPOITransaction").path("POITransactionID"),
                        "TransactionID");
        Optional<Charge> charge = ledger.charge(original);
        if (charge.isEmpty()) {
            return TerminalAnswers.refused(request.body(), "NotFound");
        }
        long amount =
                NexoAmount.toMinor(request.body().path("ReversedAmount"), charge.get().currency());
        boolean possible =
                amount > 0 && charge.get().reversedMinor() + amount <= charge.get().amountMinor();
        ObjectNode answer =
                possible
                        ? TerminalAnswers.reversed(request.body())
                        : TerminalAnswers.refused(request.body(), "NotAllowed");
        ledger.end(request, answer);
        return answer;
    }
}
