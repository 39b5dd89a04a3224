package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.DeviceCounters;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.PrintOutcome.NotPrinted;
import io.guidepost.devices.PrintOutcome.Printed;
import io.guidepost.devices.PrintOutcome.Reason;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptPrinter;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.ConnectionLoop;
import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.LineOpener;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receipt printer that speaks ESC/POS, usually over TCP port 9100. The printer tells its
 * condition by itself; each receipt ends with a request for a process id ({@code GS ( H}), whose
 * answer proves that all before it is on paper. A receipt that fails is taken out of the printer's
 * buffer, so that it does not come out when paper is put in.
 *
 * <p>Counts {@code printed}, {@code not-printed}, {@code retries}.
 */
public final class EscPosPrinter implements ReceiptPrinter {
    private static final Logger LOG = LoggerFactory.getLogger(EscPosPrinter.class);
    private static final byte[] STATUS_BACK = {0x1d, 'a', 0x0e};
    private static final byte[] ASK_STATUS = {0x10, 0x04, 0x01};
    private static final byte[] CLEAR_BUFFER = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(5);
    private static final long ASK_AFTER_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long DEAD_AFTER_NANOS = Duration.ofSeconds(20).toNanos();

    /** A line on which the printer has answered, and what it last said. */
    private record Live(ByteLine line, PrinterCondition condition) {}

    private final PrinterSettings settings;
    private final EscPosEncoder encoder;
    private final DeviceState state;
    private final ConnectionLoop loop;
    private final ThreadPoolExecutor jobs;
    private volatile @Nullable Live live;
    private volatile @Nullable PrintJob job;
    private int lastJob;

    public EscPosPrinter(
            DeviceId id, LineOpener opener, PrinterSettings settings, InstantSource clock) {
        this.settings = settings;
        this.encoder = new EscPosEncoder(settings);
        this.state = new DeviceState(id, clock);
        this.loop = new ConnectionLoop(state, opener, this::serve);
        this.jobs =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(16),
                        Thread.ofVirtual().name(id + "-job").factory());
    }

    @Override
    public DeviceId id() {
        return state.id();
    }

    @Override
    public DeviceStatus status() {
        return state.status();
    }

    @Override
    public Subscription onStatus(Consumer<DeviceStatus> listener) {
        return state.onStatus(listener);
    }

    @Override
    public DeviceCounters counters() {
        return state.counters();
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void close() {
        jobs.shutdown();
        loop.close();
    }

    @Override
    public CompletionStage<PrintOutcome> print(Receipt receipt) {
        CompletableFuture<PrintOutcome> outcome = new CompletableFuture<>();
        try {
            jobs.execute(() -> outcome.complete(counted(encodeAndRun(receipt))));
        } catch (RejectedExecutionException _) {
            outcome.complete(counted(new NotPrinted(Reason.OFFLINE)));
        }
        return outcome;
    }

    private PrintOutcome counted(PrintOutcome outcome) {
        state.count(outcome instanceof Printed ? "printed" : "not-printed");
        return outcome;
    }

    private PrintOutcome encodeAndRun(Receipt receipt) {
        byte[] bytes;
        try {
            bytes = encoder.encode(receipt);
        } catch (RuntimeException | InternalError | LinkageError e) {
            // A machine without any font fails here, when text has to be drawn.
            LOG.error("{}: a receipt cannot be put into printer commands", id(), e);
            return new NotPrinted(Reason.OFFLINE);
        }
        return run(bytes);
    }

    private PrintOutcome run(byte[] receipt) {
        Live now = live;
        if (now == null) {
            return new NotPrinted(Reason.OFFLINE);
        }
        Optional<Reason> blocked = now.condition().blocked();
        if (blocked.isPresent()) {
            return new NotPrinted(blocked.get());
        }
        lastJob = lastJob % 9999 + 1;
        PrintJob current = new PrintJob(String.format(Locale.ROOT, "%04d", lastJob), receipt);
        job = current;
        try {
            // The printer's word may have come, or the line gone, before the job was there to hear
            // it.
            Live again = live;
            if (again == null || !again.line().equals(now.line())) {
                return new NotPrinted(Reason.OFFLINE);
            }
            again.condition().blocked().ifPresent(current::failed);
            PrintOutcome outcome = current.run(now.line(), settings.limit());
            if (outcome instanceof NotPrinted) {
                discard(now.line());
            }
            return outcome;
        } finally {
            job = null;
        }
    }

    /**
     * Empties the printer's buffer: a receipt that failed must not come out when paper is put in.
     */
    private void discard(ByteLine line) {
        Thread.ofVirtual()
                .name(id() + "-discard")
                .start(
                        () -> {
                            try {
                                line.write(CLEAR_BUFFER);
                            } catch (IOException _) {
                                // The line is gone and with it the printer's buffer for it.
                            }
                        });
    }

    private void serve(ByteLine line) throws IOException {
        ReplyParser parser = new ReplyParser(new Replies(line));
        byte[] buffer = new byte[256];
        // What an earlier connection left half printed must not come out before the next receipt.
        line.write(CLEAR_BUFFER);
        line.write(STATUS_BACK);
        long heard = System.nanoTime();
        long asked = heard;
        try {
            while (true) {
                int count = line.read(buffer, TICK);
                long now = System.nanoTime();
                if (count > 0) {
                    heard = now;
                    parser.take(buffer, count);
                } else if (live == null && now - heard > FIRST_ANSWER.toNanos()) {
                    throw new IOException("the printer does not answer");
                } else if (now - heard > DEAD_AFTER_NANOS) {
                    throw new IOException("the printer stopped answering");
                } else if (now - Math.max(heard, asked) > ASK_AFTER_NANOS && job == null) {
                    asked = now;
                    line.write(ASK_STATUS);
                }
            }
        } finally {
            live = null;
            PrintJob current = job;
            if (current != null) {
                current.failed(Reason.OFFLINE);
            }
        }
    }

    private final class Replies implements ReplyParser.Sink {
        private final ByteLine line;

        Replies(ByteLine line) {
            this.line = line;
        }

        @Override
        public void condition(PrinterCondition condition) {
            live = new Live(line, condition);
            Optional<Reason> blocked = condition.blocked();
            if (blocked.isPresent()) {
                state.fault(describe(blocked.get()));
            } else if (condition.paperNearEnd()) {
                state.degraded("paper near its end");
            } else {
                state.ready();
            }
            PrintJob current = job;
            if (current != null) {
                blocked.ifPresent(current::failed);
            }
        }

        @Override
        public void processed(String processId) {
            PrintJob current = job;
            if (current != null) {
                current.processed(processId);
            }
        }
    }

    private static String describe(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
