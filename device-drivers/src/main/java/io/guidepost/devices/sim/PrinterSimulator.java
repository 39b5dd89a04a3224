package io.guidepost.devices.sim;

import io.guidepost.devices.printer.escpos.PrinterCondition;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpAddress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receipt printer on TCP: ESC/POS in, paper out as pictures. Like the real thing it stops at
 * trouble with the rest of the receipt still in its buffer. All methods may be called from any
 * thread.
 */
public final class PrinterSimulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterSimulator.class);
    private static final int DOTS = 576;
    private static final int KEPT = 50;
    private static final int BUFFER = 256 * 1024;

    /** What a printer that is off line still takes, where it takes little. */
    private static final int SMALL_BUFFER = 4096;

    private static final byte[] CLEAR = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};
    private static final byte[] CLEARED = {0x37, 0x25, 0};
    private static final PrinterCondition PAPER_OUT =
            new PrinterCondition(true, false, false, true, true);

    private final SimServer server;
    private final Paper paper = new Paper(DOTS);
    private final Deque<BufferedImage> receipts = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final EscPosInterpreter interpreter = new EscPosInterpreter(paper, new Mechanics());
    private PrinterCondition condition = PrinterCondition.FINE;
    private @Nullable ByteLine peer;
    private boolean statusBack;
    private boolean mute;
    private boolean stopsReading;
    private int rowsLeft = Integer.MAX_VALUE;
    private PrinterCondition afterRows = PAPER_OUT;

    private PrinterSimulator(int port) throws IOException {
        this.server = SimServer.start("printer", port, this::serve);
    }

    /**
     * Starts listening on loopback.
     *
     * @param port zero for a free one
     */
    public static PrinterSimulator start(int port) throws IOException {
        return new PrinterSimulator(port);
    }

    public TcpAddress address() {
        return new TcpAddress("127.0.0.1", server.port());
    }

    /** The receipts that were cut, the oldest first; the last fifty. */
    public synchronized List<BufferedImage> receipts() {
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

    /**
     * Fault or its end: paper out, cover open, cutter stuck, offline, near end. The printer goes on
     * where it stopped.
     */
    public synchronized void set(PrinterCondition next) {
        condition = next;
        if (!next.paperOut()) {
            rowsLeft = Integer.MAX_VALUE;
        }
        tellStatus();
        pump();
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

    /** Fault: takes everything, answers nothing, prints nothing. */
    public synchronized void setMute(boolean mute) {
        this.mute = mute;
    }

    public synchronized boolean mute() {
        return mute;
    }

    /** Fault: cuts the connection. */
    public void dropConnection() {
        server.dropConnections();
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(ByteLine line) throws IOException, InterruptedException {
        synchronized (this) {
            peer = line;
            statusBack = false;
            buffer.clear();
            notifyAll();
        }
        byte[] bytes = new byte[4096];
        while (true) {
            int count = line.read(bytes, Duration.ofMinutes(1));
            synchronized (this) {
                if (!line.equals(peer)) {
                    // One host at a time, the newest: the other is one that crashed.
                    return;
                }
                if (!mute) {
                    for (int i = 0; i < count; i++) {
                        take(bytes[i]);
                    }
                    pump();
                }
                while (full() && line.equals(peer)) {
                    wait();
                }
            }
        }
    }

    private boolean full() {
        return stopsReading && condition.blocked().isPresent() && buffer.position() >= SMALL_BUFFER;
    }

    /** Real-time commands are carried out at once, even when the rest has to wait. */
    private void take(byte b) {
        if (buffer.remaining() == 0) {
            pump();
            if (buffer.remaining() == 0) {
                return;
            }
        }
        buffer.put(b);
        if (endsWith(CLEAR)) {
            buffer.clear();
            interpreter.reset();
            send(CLEARED);
        } else if (buffer.position() >= 3
                && buffer.get(buffer.position() - 3) == 0x10
                && buffer.get(buffer.position() - 2) == 4) {
            send(new byte[] {condition.realTime(b)});
        }
    }

    private boolean endsWith(byte[] command) {
        int start = buffer.position() - command.length;
        return start >= 0 && buffer.slice(start, command.length).equals(ByteBuffer.wrap(command));
    }

    /** Prints as long as there are commands and no trouble. */
    private void pump() {
        buffer.flip();
        while (condition.blocked().isEmpty()) {
            int before = paper.used();
            if (!step()) {
                break;
            }
            rowsLeft -= Math.max(0, paper.used() - before);
            if (rowsLeft <= 0) {
                condition = afterRows;
                tellStatus();
            }
        }
        buffer.compact();
    }

    /** A command with wrong data is left out, as printers do. */
    private boolean step() {
        try {
            return interpreter.step(buffer);
        } catch (IllegalArgumentException e) {
            LOG.debug("A command was left out: {}", e.getMessage());
            return true;
        }
    }

    private void tellStatus() {
        if (statusBack) {
            send(condition.bytes());
        }
    }

    private void send(byte[] bytes) {
        if (peer != null && !mute) {
            try {
                peer.write(bytes);
            } catch (IOException _) {
                // The host went away; the paper goes on.
                peer = null;
            }
        }
    }

    private final class Mechanics implements EscPosInterpreter.Machine {
        @Override
        public void cut() {
            receipts.addLast(paper.cut());
            if (receipts.size() > KEPT) {
                receipts.removeFirst();
            }
        }

        @Override
        public void reply(byte[] bytes) {
            send(bytes);
        }

        @Override
        public void statusBack(boolean on) {
            statusBack = on;
            if (on) {
                send(condition.bytes());
            }
        }
    }
}
