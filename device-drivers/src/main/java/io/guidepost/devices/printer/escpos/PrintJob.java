package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.PrintOutcome.NotPrinted;
import io.guidepost.devices.PrintOutcome.Printed;
import io.guidepost.devices.PrintOutcome.Reason;
import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One receipt on its way: the first of proof, trouble and time decides. */
final class PrintJob {
    private static final byte[] ASK_PROCESS_ID = {0x1d, '(', 'H', 6, 0, '0', '0'};

    private final String processId;
    private final byte[] receipt;
    private final CompletableFuture<PrintOutcome> outcome = new CompletableFuture<>();

    PrintJob(String processId, byte[] receipt) {
        this.processId = processId;
        this.receipt = receipt;
    }

    void failed(Reason reason) {
        outcome.complete(new NotPrinted(reason));
    }

    void processed(String id) {
        if (id.equals(processId)) {
            outcome.complete(new Printed());
        }
    }

    /**
     * Sends the receipt and waits for what becomes of it. Unless it is printed, the sender may
     * still be at work: abandoning the line ends it.
     */
    PrintOutcome run(ByteLine line, Duration limit) {
        if (!outcome.isDone()) {
            Thread.ofVirtual().name("print-send").start(() -> send(line));
        }
        try {
            return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return new NotPrinted(Reason.TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new NotPrinted(Reason.OFFLINE);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a print job is never completed by an error", e);
        }
    }

    private void send(ByteLine line) {
        byte[] id = processId.getBytes(StandardCharsets.US_ASCII);
        // In one piece, so that nothing can come between.
        byte[] all =
                ByteBuffer.allocate(receipt.length + ASK_PROCESS_ID.length + id.length)
                        .put(receipt)
                        .put(ASK_PROCESS_ID)
                        .put(id)
                        .array();
        try {
            line.write(all);
        } catch (IOException _) {
            failed(Reason.OFFLINE);
        }
    }
}
