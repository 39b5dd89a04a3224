package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.PrintOutcome.Reason;
import io.guidepost.devices.printer.escpos.PrinterSettings.Pace;
import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a printer, from the opening to its end: asks how the printer is, hears its
 * replies and tells the job that prints. Served by the device's thread; the job's thread writes.
 */
final class PrinterLink implements ReplyParser.Sink {

    /** Who wants to know. Called by the device's thread. */
    interface Owner {
        /** The printer said how it is, or became free for the next receipt. */
        void changed(PrinterLink link, PrinterCondition condition);

        /** A process id of no present job: an earlier one that came out after all. */
        void resumed(String processId);

        void identified(PrinterIdentity identity);
    }

    /** Longer than any piece: an unfinished command of an earlier connection ends in these. */
    private static final byte[] PADDING = new byte[2 * Pieces.USUAL];

    private static final Duration TICK = Duration.ofMillis(200);

    private final ByteLine line;
    private final PrinterSettings settings;
    private final Pace pace;
    private final Owner owner;
    private final ReplyParser parser = new ReplyParser(this);
    private final PrinterIdentity.Questions identity;
    private final int[] round = new int[PrinterCondition.REAL_TIME_ANSWERS];
    private final Object writing = new Object();

    private volatile @Nullable PrintJob job;
    private volatile boolean acknowledges;
    private volatile boolean processIds;
    private volatile boolean noProcessIds;
    private volatile boolean clean;
    private volatile @Nullable PrinterCondition condition;
    private boolean statusBack;
    private boolean confirming;
    private int unanswered;
    private int answered = PrinterCondition.REAL_TIME_ANSWERS;
    private long askedAt;
    private long settlingSince;

    PrinterLink(ByteLine line, PrinterSettings settings, Owner owner) {
        this.line = line;
        this.settings = settings;
        this.pace = settings.pace();
        this.owner = owner;
        this.identity = new PrinterIdentity.Questions(this::write, owner::identified);
    }

    /** Whether the printer is known to answer {@code GS r}. */
    boolean acknowledges() {
        return acknowledges;
    }

    /** Whether the printer has answered a process id request on this connection. */
    boolean knowsProcessIds() {
        return processIds;
    }

    /** Whether the next receipt ends with a request for a process id. */
    boolean wantsProcessId() {
        return switch (settings.fence()) {
            case AUTO -> !noProcessIds;
            case PROCESS_ID -> true;
            case STATUS, NONE -> false;
        };
    }

    /** Whether a receipt may be sent: the printer answers and holds nothing of an earlier one. */
    boolean free() {
        return clean && condition != null;
    }

    @Nullable PrinterCondition condition() {
        return condition;
    }

    void begin(PrintJob next) {
        confirming = false;
        synchronized (writing) {
            next.ignoreFirst(unanswered);
        }
        job = next;
    }

    void end() {
        job = null;
    }

    void write(byte[] bytes) throws IOException {
        synchronized (writing) {
            line.write(bytes);
        }
    }

    /** A piece of a receipt and the request to acknowledge it. */
    void sendPiece(byte[] piece) throws IOException {
        byte[] both = new byte[piece.length + Commands.ACKNOWLEDGE.length];
        System.arraycopy(piece, 0, both, 0, piece.length);
        System.arraycopy(Commands.ACKNOWLEDGE, 0, both, piece.length, Commands.ACKNOWLEDGE.length);
        synchronized (writing) {
            unanswered++;
            line.write(both);
        }
    }

    /**
     * Makes the printer forget what it has not printed. Free again when it says so, or when it has
     * answered everything that was asked: then nothing is left in it.
     */
    void clear() throws IOException {
        synchronized (writing) {
            clean = false;
            settlingSince = System.nanoTime();
            unanswered++;
            line.write(Commands.CLEAR);
            line.write(Commands.ACKNOWLEDGE);
        }
    }

    /** Drops the connection, with what it still holds. */
    void abandon() {
        line.abandon();
    }

    /**
     * Serves the connection until it breaks.
     *
     * @param torn whether an earlier connection ended within a receipt
     */
    void serve(boolean torn) throws IOException {
        byte[] buffer = new byte[256];
        open(torn);
        try {
            while (true) {
                int count = line.read(buffer, TICK);
                parser.take(buffer, count);
                look(System.nanoTime());
            }
        } finally {
            PrintJob current = job;
            if (current != null) {
                current.failed(Reason.OFFLINE);
            }
        }
    }

    private void open(boolean torn) throws IOException {
        clear();
        if (torn) {
            write(PADDING);
        }
        write(Commands.STATUS_BACK);
        ask();
        if (settings.fence() == Fence.NONE) {
            clean = true;
            told(PrinterCondition.FINE);
        }
    }

    private void ask() throws IOException {
        answered = 0;
        askedAt = System.nanoTime();
        write(Commands.ASK_ALL);
    }

    private boolean roundPending() {
        return answered < round.length;
    }

    /** What is due, at least five times a second. */
    private void look(long now) throws IOException {
        PrintJob current = job;
        if (settings.fence() == Fence.NONE) {
            if (current != null && current.sent()) {
                current.failed(Reason.UNCONFIRMED);
            }
            return;
        }
        if (current != null) {
            confirm(current);
        } else {
            settle(now);
            identity.go(clean && acknowledges);
        }
        if (roundPending()) {
            if (job == null && now - askedAt > pace.answer().toNanos()) {
                throw new SilentException("the printer does not answer");
            }
        } else if (mayAsk(current)
                && now - askedAt > (statusBack ? pace.idle() : pace.poll()).toNanos()) {
            ask();
        }
    }

    /**
     * A request must not get into a command, and must not wait behind a receipt that nobody reads;
     * a printer that speaks by itself is let work.
     */
    private boolean mayAsk(@Nullable PrintJob current) {
        return current == null || (!statusBack && (acknowledges || current.sent()));
    }

    /** The weaker fence, for printers that have proved to know no process ids. */
    private void confirm(PrintJob current) throws IOException {
        long since = current.nanosSinceCarriedOut();
        boolean late = noProcessIds || since > pace.grace().toNanos();
        boolean weaker = settings.fence() == Fence.STATUS || wantsNoMore(late);
        if (since >= 0 && weaker && !confirming && !roundPending()) {
            noProcessIds = true;
            confirming = true;
            ask();
        }
    }

    private boolean wantsNoMore(boolean late) {
        return settings.fence() == Fence.AUTO && late && !processIds;
    }

    private void settle(long now) throws IOException {
        PrinterCondition known = condition;
        if (clean || known == null || known.blocked().isPresent()) {
            // A printer in trouble carries out nothing; the time counts from its end.
            settlingSince = now;
        } else if (now - settlingSince > pace.answer().toNanos()) {
            if (acknowledges) {
                throw new SilentException("the printer does not get through what it has");
            }
            free(known);
        }
    }

    private void free(PrinterCondition known) {
        clean = true;
        owner.changed(this, known);
    }

    @Override
    public void condition(PrinterCondition now) {
        statusBack = true;
        told(now);
    }

    private void told(PrinterCondition now) {
        condition = now;
        owner.changed(this, now);
        PrintJob current = job;
        if (current != null) {
            now.blocked().ifPresent(current::failed);
        }
    }

    @Override
    public void realTime(int status) {
        if (!roundPending()) {
            // Answers nobody asked for: a picture held the bytes of a request.
            return;
        }
        round[answered] = status;
        answered++;
        if (!roundPending()) {
            PrinterCondition now = PrinterCondition.ofRealTime(round);
            told(now);
            PrintJob current = job;
            if (current != null && confirming && now.blocked().isEmpty()) {
                current.printed();
            }
        }
    }

    @Override
    public void acknowledged() {
        acknowledges = true;
        boolean last;
        synchronized (writing) {
            unanswered = Math.max(0, unanswered - 1);
            last = unanswered == 0;
        }
        PrintJob current = job;
        if (current != null) {
            current.acknowledged();
        }
        PrinterCondition known = condition;
        if (last && !clean) {
            clean = true;
            if (known != null) {
                owner.changed(this, known);
            }
        }
    }

    @Override
    public void processed(String processId) {
        processIds = true;
        noProcessIds = false;
        PrintJob current = job;
        if (current != null && current.is(processId)) {
            current.printed();
        } else {
            owner.resumed(processId);
        }
    }

    @Override
    public void cleared() {
        synchronized (writing) {
            // The one behind the clear command is all that is left in the printer.
            unanswered = Math.min(unanswered, 1);
        }
    }

    @Override
    public void identity(String text) {
        identity.answered(text);
    }
}
