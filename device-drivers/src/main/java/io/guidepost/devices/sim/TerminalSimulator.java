package io.guidepost.devices.sim;

import io.guidepost.devices.terminal.nexo.NexoFrames;
import io.guidepost.devices.terminal.nexo.NexoMessage;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card terminal that speaks nexo over TCP and remembers its transactions in a file of its own, so
 * that killing the kiosk or itself loses none. Like many real ones it charges as often as it is
 * asked: charging once is the driver's business. What it does with each message is set in its
 * {@link #script()}. All methods may be called from any thread.
 */
public final class TerminalSimulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalSimulator.class);

    private final TerminalScript script = new TerminalScript();
    private final CardPad pad = new CardPad();
    private final TerminalLedger ledger;
    private final TerminalDesk desk;
    private final SimServer server;

    private TerminalSimulator(int port, Path journal) throws IOException {
        this.ledger = new TerminalLedger(journal);
        this.desk = new TerminalDesk(ledger, script, pad);
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

    /** What it does with payments and with each kind of message, and how fast. */
    public TerminalScript script() {
        return script;
    }

    /** What every payment meets for which nothing else is set. */
    public void setUsual(TerminalBehaviour behaviour) {
        script.setUsual(behaviour);
    }

    /** What the next payment meets; several are taken in order. */
    public void next(TerminalBehaviour behaviour) {
        script.next(behaviour);
    }

    /** Fault: takes everything, answers nothing. */
    public void setMute(boolean mute) {
        script.setMute(mute);
    }

    /** Fault: ends every kiosk's login, as at its nightly close. */
    public void logOut() {
        desk.logOut();
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

    private void serve(ByteLine peer) throws IOException {
        ByteLine line = new PiecewiseLine(peer, script::pieces);
        NexoFrames frames = new NexoFrames(line);
        while (true) {
            Optional<byte[]> message = frames.read(Duration.ofMinutes(1));
            if (message.isPresent()) {
                NexoMessage request = NexoMessage.parse(message.get());
                TerminalFault fault =
                        step(request).map(script::takeFault).orElse(TerminalFault.NONE);
                // On a thread of its own: an abort or a question must get through while a payment
                // waits.
                if (fault != TerminalFault.DEAF) {
                    Thread.ofVirtual()
                            .name("terminal-sim-request")
                            .start(() -> answer(request, fault, frames, line));
                }
            }
        }
    }

    private static Optional<TerminalStep> step(NexoMessage request) {
        return switch (request.category()) {
            case "Login" -> Optional.of(TerminalStep.LOGIN);
            case "Payment" -> Optional.of(TerminalStep.PAYMENT);
            case "TransactionStatus" -> Optional.of(TerminalStep.STATUS);
            case "Reversal" -> Optional.of(TerminalStep.REVERSAL);
            case "Abort" -> Optional.of(TerminalStep.ABORT);
            case "Diagnosis" -> Optional.of(TerminalStep.DIAGNOSIS);
            default -> Optional.empty();
        };
    }

    private void answer(
            NexoMessage request, TerminalFault fault, NexoFrames frames, ByteLine line) {
        try {
            Optional<TerminalDesk.Reply> reply = reply(request, fault);
            if (reply.isPresent() && !script.mute()) {
                byte[] bytes = request.response(reply.get().body()).bytes();
                switch (reply.get().fault()) {
                    case SILENT, DEAF -> {}
                    case CUT -> line.close();
                    case LATE -> {
                        Thread.sleep(script.lateness());
                        frames.write(bytes);
                    }
                    case GARBAGE -> frames.write("{no}!".getBytes(StandardCharsets.US_ASCII));
                    case NONE, REFUSED, LOGGED_OUT -> frames.write(bytes);
                }
            }
        } catch (IOException e) {
            LOG.debug("An answer could not be given: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<TerminalDesk.Reply> reply(NexoMessage request, TerminalFault fault)
            throws IOException, InterruptedException {
        if (fault == TerminalFault.LOGGED_OUT) {
            desk.logOut();
        }
        return switch (request.category()) {
            case "Abort" -> {
                // nexo has no answer to it: it shows in the payment's own.
                if (fault != TerminalFault.REFUSED) {
                    desk.abort(request);
                }
                yield Optional.empty();
            }
            case "Login" ->
                    plain(
                            fault == TerminalFault.REFUSED ? refusal() : login(request, fault),
                            fault);
            case "Logout" -> plain(desk.logout(request), fault);
            case "Diagnosis" ->
                    plain(fault == TerminalFault.REFUSED ? refusal() : desk.diagnosis(), fault);
            case "Payment", "TransactionStatus", "Reversal" -> Optional.of(work(request, fault));
            default -> plain(TerminalAnswers.failure("UnavailableService"), fault);
        };
    }

    private ObjectNode login(NexoMessage request, TerminalFault fault) {
        return fault == TerminalFault.LOGGED_OUT ? refusal() : desk.login(request);
    }

    private TerminalDesk.Reply work(NexoMessage request, TerminalFault fault)
            throws IOException, InterruptedException {
        if (!desk.knows(request)) {
            return new TerminalDesk.Reply(loggedOut(request), TerminalFault.NONE);
        }
        boolean refused = fault == TerminalFault.REFUSED;
        return switch (request.category()) {
            case "Payment" -> {
                if (refused) {
                    yield new TerminalDesk.Reply(
                            TerminalAnswers.refused(request.body(), "NotAllowed"), fault);
                }
                TerminalDesk.Reply reply = desk.pay(request);
                yield fault == TerminalFault.NONE
                        ? reply
                        : new TerminalDesk.Reply(reply.body(), fault);
            }
            case "Reversal" ->
                    new TerminalDesk.Reply(
                            refused ? desk.refuseReversal(request) : desk.reverse(request), fault);
            default -> new TerminalDesk.Reply(refused ? refusal() : desk.status(request), fault);
        };
    }

    /** Refused before it began: a payment's answer names the payment also then. */
    private static ObjectNode loggedOut(NexoMessage request) {
        return request.category().equals("Payment")
                ? TerminalAnswers.refused(request.body(), "LoggedOut")
                : TerminalAnswers.failure("LoggedOut");
    }

    private static ObjectNode refusal() {
        return TerminalAnswers.failure("NotAllowed");
    }

    private static Optional<TerminalDesk.Reply> plain(ObjectNode body, TerminalFault fault) {
        return Optional.of(new TerminalDesk.Reply(body, fault));
    }
}
