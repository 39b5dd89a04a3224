package io.guidepost.devices.sim;

import io.guidepost.devices.printer.escpos.PrinterCondition;
import io.guidepost.devices.printer.escpos.PrinterCondition.Trouble;
import io.guidepost.devices.sim.CommandBytes.ClearedException;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpAddress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receipt printer on TCP or on a tty: ESC/POS in, paper out as pictures. Like the real thing it
 * stops at trouble in the middle of a line with the rest of the receipt still in its buffer, and
 * prints on when the trouble is over. Its buffer outlives a connection. All methods may be called
 * from any thread.
 */
public final class PrinterSimulator implements AutoCloseable {

    /**
     * One receipt that was cut off.
     *
     * @param text its letters, one printed line a line, with the words under codes
     */
    public record Printout(BufferedImage picture, String text) {}

    private static final Logger LOG = LoggerFactory.getLogger(PrinterSimulator.class);
    private static final int KEPT = 50;
    private static final int BUFFER = 64 * 1024;

    /** What a printer that is off line still takes, where it takes little. */
    private static final int SMALL_BUFFER = 4096;

    private static final byte[] CLEAR = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};
    private static final byte[] CLEARED = {0x37, 0x25, 0};
    private static final PrinterCondition PAPER_OUT =
            PrinterCondition.of(Trouble.PAPER_OUT, Trouble.PAPER_NEAR_END);

    private final PrinterModel model;
    private final SimPlug plug;
    private final Paper paper;
    private final Deque<Printout> receipts = new ArrayDeque<>();
    private final PrinterBuffer buffer = new PrinterBuffer(BUFFER);
    private final byte[] latest = new byte[CLEAR.length];
    private final EscPosInterpreter interpreter;
    private final Map<String, Integer> unknown = new TreeMap<>();
    private final Thread mechanics;
    private PrinterCondition condition = PrinterCondition.FINE;
    private @Nullable ByteLine peer;
    private boolean statusBack;
    private boolean mute;
    private boolean deaf;
    private boolean stopsReading;
    private boolean cleared;
    private int rowsLeft = Integer.MAX_VALUE;
    private PrinterCondition afterRows = PAPER_OUT;
    private int pulses;
    private int rowsPerSecond = Integer.MAX_VALUE;
    private long busyUntil = System.nanoTime();

    private PrinterSimulator(SimPlug.Maker maker, PrinterModel model) throws IOException {
        this.model = model;
        this.paper = new Paper(model.dots());
        this.interpreter = new EscPosInterpreter(paper, model, new Mechanics());
        this.mechanics = Thread.ofVirtual().name("printer-sim-mechanics").unstarted(this::work);
        this.plug = maker.make(this::serve);
        mechanics.start();
    }

    /**
     * Starts one that answers everything, listening on loopback.
     *
     * @param port zero for a free one
     */
    public static PrinterSimulator start(int port) throws IOException {
        return start(port, PrinterModel.FULL);
    }

    /**
     * Starts one that listens on loopback.
     *
     * @param port zero for a free one
     */
    public static PrinterSimulator start(int port, PrinterModel model) throws IOException {
        return new PrinterSimulator(handler -> SimPlug.tcp("printer", port, handler), model);
    }

    /**
     * Starts one on a pseudo-terminal.
     *
     * @param link where the tty's path goes, as a link that stays the same through {@link #unplug}
     *     and {@link #plug}; a link that an earlier run left behind is replaced
     */
    public static PrinterSimulator startTty(Path link, PrinterModel model) throws IOException {
        return new PrinterSimulator(handler -> SimPlug.tty("printer", link, handler), model);
    }

    /** Where it listens. Only for one on TCP. */
    public TcpAddress address() {
        return plug.address();
    }

    /** The receipts that were cut, the oldest first; the last fifty. */
    public synchronized List<BufferedImage> receipts() {
        return receipts.stream().map(Printout::picture).toList();
    }

    /**
     * The receipts that were cut with what can be read on them, the oldest first; the last fifty.
     */
    public synchronized List<Printout> printouts() {
        return List.copyOf(receipts);
    }

    /** What is on the paper since the last cut. */
    public synchronized BufferedImage paper() {
        return paper.snapshot();
    }

    /** Takes the receipts away. */
    public synchronized void tearOff() {
        receipts.clear();
        paper.cut();
    }

    public synchronized PrinterCondition condition() {
        return condition;
    }

    /** Commands that no printer has or that had wrong data, and how often they came. */
    public synchronized Map<String, Integer> unknownCommands() {
        return Map.copyOf(unknown);
    }

    /** How often the drawer was opened. */
    public synchronized int pulses() {
        return pulses;
    }

    /** Fault or its end. The printer goes on where it stopped. */
    public synchronized void set(PrinterCondition next) {
        condition = next;
        if (!next.has(Trouble.PAPER_OUT)) {
            rowsLeft = Integer.MAX_VALUE;
        }
        tellStatus();
        notifyAll();
    }

    /** Fault: the paper ends after so many more rows of dots. */
    public synchronized void paperEndsAfter(int rows) {
        becomesAfter(rows, PAPER_OUT);
    }

    /** Fault: this is the printer's condition after so many more rows of dots. */
    public synchronized void becomesAfter(int rows, PrinterCondition next) {
        rowsLeft = rows;
        afterRows = next;
    }

    /**
     * Fault, as many real ones have it: a printer that cannot print takes 4 KB more and then reads
     * nothing, not even real-time commands, so that the rest waits in the network.
     */
    public synchronized void setStopsReading(boolean stops) {
        stopsReading = stops;
        notifyAll();
    }

    /**
     * How fast it prints; as fast as it can at first. Real ones do 800 to 2,400 rows a second.
     *
     * @param rows of dots a second, at least 1
     */
    public synchronized void setSpeed(int rows) {
        rowsPerSecond = Math.max(1, rows);
    }

    /** Fault: takes everything, answers nothing, prints nothing. */
    public synchronized void setMute(boolean mute) {
        this.mute = mute;
        notifyAll();
    }

    public synchronized boolean mute() {
        return mute;
    }

    /** Fault: keeps its connections and accepts new ones, but reads nothing. */
    public synchronized void setDeaf(boolean deaf) {
        this.deaf = deaf;
        notifyAll();
    }

    /** Fault: cuts the connection. */
    public void dropConnection() {
        plug.drop();
    }

    /** Fault: the cable is pulled; nothing is there until {@link #plug}. */
    public void unplug() throws IOException {
        plug.out();
    }

    /** Puts the cable back. */
    public void plug() throws IOException {
        plug.in();
    }

    @Override
    public void close() {
        mechanics.interrupt();
        plug.close();
    }

    private void serve(ByteLine line) throws IOException, InterruptedException {
        synchronized (this) {
            peer = line;
            statusBack = false;
            Arrays.fill(latest, (byte) 0);
            notifyAll();
        }
        byte[] bytes = new byte[4096];
        while (true) {
            synchronized (this) {
                while (deaf && line.equals(peer)) {
                    wait();
                }
            }
            int count = line.read(bytes, Duration.ofMinutes(1));
            synchronized (this) {
                for (int i = 0; i < count; i++) {
                    while ((full() || deaf) && !mute && line.equals(peer)) {
                        wait();
                    }
                    if (!line.equals(peer)) {
                        // One host at a time, the newest: the other is one that crashed.
                        return;
                    }
                    if (!mute) {
                        take(bytes[i]);
                    }
                }
            }
        }
    }

    private boolean full() {
        boolean stuck = stopsReading && condition.blocked().isPresent();
        return stuck ? buffer.size() >= SMALL_BUFFER : buffer.full();
    }

    /** Real-time commands are carried out at once, even when the rest has to wait. */
    private void take(byte b) {
        buffer.put(b);
        notifyAll();
        System.arraycopy(latest, 1, latest, 0, latest.length - 1);
        latest[latest.length - 1] = b;
        boolean recover = latest[7] == 0x10 && latest[8] == 5 && b == 2;
        boolean clear = model.answers().clears() && Arrays.equals(latest, CLEAR);
        if (recover || clear) {
            buffer.clear();
            cleared = true;
            if (clear) {
                send(CLEARED);
            }
        } else if (latest[7] == 0x10 && latest[8] == 4) {
            send(new byte[] {condition.realTime(b)});
        }
    }

    private void work() {
        try {
            while (true) {
                synchronized (this) {
                    try {
                        interpreter.step(this::next);
                    } catch (ClearedException _) {
                        interpreter.reset();
                    }
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("The simulated printer is switched off");
        }
    }

    /** Waits for a byte and while the printer cannot print; called with the lock. */
    private int next() throws ClearedException, InterruptedException {
        while (!cleared && (buffer.size() == 0 || mute || condition.blocked().isPresent())) {
            wait();
        }
        for (long left = busyUntil - System.nanoTime();
                left > 0 && !cleared;
                left = busyUntil - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        if (cleared) {
            cleared = false;
            throw new ClearedException();
        }
        notifyAll();
        return buffer.take() & 0xff;
    }

    private void tellStatus() {
        if (statusBack) {
            send(condition.bytes());
        }
    }

    private void send(byte[] bytes) {
        if (peer != null && !mute && model.answers().any()) {
            try {
                peer.write(bytes);
            } catch (IOException _) {
                // The host went away; the paper goes on.
                peer = null;
            }
        }
    }

    /** Called by the interpreter, with the lock. */
    private final class Mechanics implements EscPosInterpreter.Machine {
        @Override
        public void cut() {
            if (paper.used() == 0) {
                return;
            }
            Paper.Piece piece = paper.cut();
            receipts.addLast(new Printout(piece.picture(), piece.text()));
            if (receipts.size() > KEPT) {
                receipts.removeFirst();
            }
        }

        @Override
        public void pulse() {
            pulses++;
        }

        @Override
        public void reply(byte[] bytes) {
            send(bytes);
        }

        @Override
        public byte paperStatus() {
            return condition.paper();
        }

        @Override
        public void statusBack(boolean on) {
            statusBack = on;
            tellStatus();
        }

        @Override
        public void fed(int rows) {
            rowsLeft -= rows;
            busyUntil =
                    Math.max(busyUntil, System.nanoTime()) + rows * 1_000_000_000L / rowsPerSecond;
            if (rowsLeft <= 0) {
                rowsLeft = Integer.MAX_VALUE;
                condition = afterRows;
                tellStatus();
            }
        }

        @Override
        public void unknown(String name) {
            LOG.debug("A command was skipped: {}", name);
            if (unknown.size() < KEPT) {
                unknown.merge(name, 1, Integer::sum);
            }
        }
    }
}
