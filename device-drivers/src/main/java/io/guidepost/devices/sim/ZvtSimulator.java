package io.guidepost.devices.sim;

import io.guidepost.devices.terminal.zvt.Apdu;
import io.guidepost.devices.terminal.zvt.Command;
import io.guidepost.devices.terminal.zvt.SerialWire;
import io.guidepost.devices.terminal.zvt.TcpWire;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A card terminal that speaks ZVT, over TCP or on a tty, and remembers its receipts in a file of
 * its own, so that killing the kiosk or itself loses none. Like a real one it knows no id of the
 * kiosk's and charges as often as it is asked: charging once is the driver's business. What it does
 * with each command is set in its {@link #script()}. All methods may be called from any thread.
 */
public final class ZvtSimulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ZvtSimulator.class);
    private static final Duration PASS = Duration.ofMinutes(1);

    private final TerminalScript script = new TerminalScript();
    private final CardPad pad = new CardPad();
    private final ZvtLedger ledger;
    private final ZvtDesk desk;
    private final SimPlug plug;

    private ZvtSimulator(boolean serial, SimPlug.Maker maker, Path journal) throws IOException {
        this.ledger = new ZvtLedger(journal);
        this.desk = new ZvtDesk(ledger, script, pad);
        try {
            this.plug = maker.make(line -> serve(line, serial));
        } catch (IOException e) {
            ledger.close();
            throw e;
        }
    }

    /**
     * Starts listening on loopback.
     *
     * @param port usually 20007; zero for a free one
     * @param journal the terminal's memory; made when missing
     */
    public static ZvtSimulator start(int port, Path journal) throws IOException {
        return new ZvtSimulator(false, handler -> SimPlug.tcp("zvt", port, handler), journal);
    }

    /**
     * Starts at the far end of a tty.
     *
     * @param link where the tty appears
     * @param journal the terminal's memory; made when missing
     */
    public static ZvtSimulator startOnTty(Path link, Path journal) throws IOException {
        return new ZvtSimulator(true, handler -> SimPlug.tty("zvt", link, handler), journal);
    }

    /** Where it listens; not on a tty. */
    public TcpAddress address() {
        return plug.address();
    }

    /** What it does with payments and with each kind of message, and how fast. */
    public TerminalScript script() {
        return script;
    }

    /** Fault: forgets that a kiosk is registered, as after its own restart. */
    public void logOut() {
        desk.logOut();
    }

    /** Fault: cuts every connection. */
    public void dropConnections() {
        plug.drop();
    }

    /** The number of its next receipt, 1 to 9,999; after the last one it begins anew. */
    public void setNextReceipt(int number) {
        ledger.setNext(number);
    }

    /** Whether it gives back by itself what the till did not confirm; at first it does not. */
    public void setReversesUnconfirmed(boolean on) {
        desk.setReversesUnconfirmed(on);
    }

    /** The currency that it is set up for; at first EUR. */
    public void setCurrency(String code) {
        desk.setCurrency(code);
    }

    /**
     * Somebody else's payment, as from a second till: a receipt that the kiosk knows nothing of.
     */
    public void chargeForSomebodyElse(long amountMinor, String currency) throws IOException {
        var _ = ledger.add(0, amountMinor, currency, 0);
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

    /** A person presses the terminal's stop key; false when no payment waits. */
    public boolean pressStop() {
        return pad.decide(CardPad.Decision.ABORTED);
    }

    /** All money taken since the journal was begun, in order. */
    public List<Charge> charges() {
        return ledger.charges();
    }

    @Override
    public void close() throws IOException {
        plug.close();
        pad.decide(CardPad.Decision.POWER_OFF);
        ledger.close();
    }

    private void serve(ByteLine far, boolean serial) throws IOException {
        ByteLine line = new PiecewiseLine(far, script::pieces);
        ZvtPeer peer =
                new ZvtPeer(
                        line,
                        serial ? new SerialWire(line) : new TcpWire(line),
                        serial ? this::dropConnections : line::close);
        while (true) {
            Optional<Apdu> command = peer.command(PASS);
            if (command.isPresent()) {
                TerminalFault fault =
                        step(command.get()).map(script::takeFault).orElse(TerminalFault.NONE);
                // On a thread of its own: an abort must get through while a payment waits.
                if (fault != TerminalFault.DEAF) {
                    Thread.ofVirtual()
                            .name("zvt-sim-command")
                            .start(() -> answer(peer, command.get(), fault));
                }
            }
        }
    }

    private void answer(ZvtPeer peer, Apdu command, TerminalFault fault) {
        try {
            if (command.control() == Command.ABORT_BY_TILL) {
                desk.abort(peer, fault);
            } else {
                desk.serve(peer, command, fault);
            }
        } catch (IOException e) {
            LOG.debug("A command came to no end: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<TerminalStep> step(Apdu command) {
        return switch (command.control()) {
            case Command.REGISTRATION -> Optional.of(TerminalStep.LOGIN);
            case Command.AUTHORISATION -> Optional.of(TerminalStep.PAYMENT);
            case Command.REPEAT_RECEIPT -> Optional.of(TerminalStep.STATUS);
            case Command.REVERSAL -> Optional.of(TerminalStep.REVERSAL);
            case Command.ABORT_BY_TILL -> Optional.of(TerminalStep.ABORT);
            case Command.STATUS_ENQUIRY, Command.DIAGNOSIS -> Optional.of(TerminalStep.DIAGNOSIS);
            case Command.END_OF_DAY -> Optional.of(TerminalStep.END_OF_DAY);
            default -> Optional.empty();
        };
    }
}
