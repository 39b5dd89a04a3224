package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.PrintOutcome.NotPrinted;
import io.guidepost.devices.PrintOutcome.Printed;
import io.guidepost.devices.PrintOutcome.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One receipt on its way: the first of proof, trouble and time decides.
 *
 * <p>To a printer that acknowledges ({@code GS r}) no more is sent than fits the smallest buffer,
 * so that one which stops in the middle still hears the command to forget the rest. Methods are
 * called by the device's thread, {@link #run} by the job's.
 */
final class PrintJob {
    /** Half of what the smallest buffers hold (4 KB). */
    private static final int WINDOW = 2 * Pieces.USUAL;

    private static final Duration SENDER_END = Duration.ofMillis(300);

    /** However slow the line: nobody waits longer for a receipt. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final String processId;
    private final List<byte[]> pieces;
    private final CompletableFuture<PrintOutcome> outcome = new CompletableFuture<>();
    private final Semaphore window = new Semaphore(WINDOW);
    private volatile boolean begun;
    private volatile boolean sent;
    private volatile boolean stuck;
    private int acknowledged;
    private long carriedOut;
    private int strangers;
    private volatile long progress = System.nanoTime();

    PrintJob(String processId, List<byte[]> pieces) {
        this.processId = processId;
        this.pieces = pieces;
    }

    void failed(Reason reason) {
        outcome.complete(new NotPrinted(reason));
    }

    void printed() {
        outcome.complete(new Printed());
    }

    boolean is(String id) {
        return id.equals(processId);
    }

    /** Whether all of it has left the kiosk: only then may the printer be asked something. */
    boolean sent() {
        return sent;
    }

    /** Whether any of it may have reached the printer. */
    boolean begun() {
        return begun;
    }

    /** Whether the sender did not get rid of its bytes even when all was over. */
    boolean stuck() {
        return stuck;
    }

    /** So many acknowledgements still come that belong to something before this receipt. */
    void ignoreFirst(int answers) {
        strangers = answers;
    }

    /** The printer has carried out one more piece. */
    void acknowledged() {
        progress = System.nanoTime();
        if (strangers > 0) {
            strangers--;
        } else if (acknowledged < pieces.size()) {
            window.release(size(pieces.get(acknowledged)));
            acknowledged++;
            if (acknowledged == pieces.size()) {
                carriedOut = System.nanoTime();
            }
        }
    }

    /** How long ago the printer carried out the last piece; less than zero when it has not yet. */
    long nanosSinceCarriedOut() {
        return acknowledged == pieces.size() ? System.nanoTime() - carriedOut : -1;
    }

    /** Sends the receipt and waits for what becomes of it. */
    PrintOutcome run(PrinterLink link, Duration limit) {
        @Nullable Thread sender = null;
        if (!outcome.isDone()) {
            // A platform thread: a device file blocks it in the kernel.
            sender = Thread.ofPlatform().name("print-send").daemon(true).start(() -> send(link));
        }
        PrintOutcome result = await(limit);
        outcome.complete(result);
        window.release(WINDOW);
        if (sender != null) {
            awaitEnd(sender);
        }
        return result;
    }

    private PrintOutcome await(Duration limit) {
        long end = System.nanoTime() + LONGEST.toNanos();
        progress = System.nanoTime();
        try {
            while (true) {
                long quiet = progress + limit.toNanos() - System.nanoTime();
                long left = Math.min(quiet, end - System.nanoTime());
                if (left <= 0) {
                    return new NotPrinted(Reason.TIMEOUT);
                }
                try {
                    return outcome.get(left, TimeUnit.NANOSECONDS);
                } catch (TimeoutException _) {
                    // A long receipt on a slow line goes on as long as the printer carries it out.
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new NotPrinted(Reason.OFFLINE);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a print job is never completed by an error", e);
        }
    }

    private void awaitEnd(Thread sender) {
        try {
            stuck = !sender.join(SENDER_END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(PrinterLink link) {
        try {
            for (byte[] piece : pieces) {
                if (link.acknowledges()) {
                    window.acquire(size(piece));
                }
                if (outcome.isDone()) {
                    return;
                }
                begun = true;
                link.sendPiece(piece);
            }
            if (link.wantsProcessId()) {
                link.write(Commands.askProcessId(processId));
            }
            sent = true;
        } catch (IOException _) {
            failed(Reason.OFFLINE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            failed(Reason.OFFLINE);
        }
    }

    private static int size(byte[] piece) {
        return Math.min(WINDOW, piece.length);
    }
}
