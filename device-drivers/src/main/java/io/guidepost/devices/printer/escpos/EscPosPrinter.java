package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.PrintOutcome.NotPrinted;
import io.guidepost.devices.PrintOutcome.Printed;
import io.guidepost.devices.PrintOutcome.Reason;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptPrinter;
import io.guidepost.devices.lifecycle.ConnectionLoop;
import io.guidepost.devices.lifecycle.ManagedDevice;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receipt printer that speaks ESC/POS, usually over TCP port 9100. The printer tells its
 * condition by itself; each receipt ends with a request for a process id ({@code GS ( H}), whose
 * answer proves that all before it is on paper. When a receipt fails, the connection is reset, so
 * that what has not left does not reach the printer, and the next one begins by emptying the
 * printer's buffer: the receipt does not come out when paper is put in.
 *
 * <p>Counts {@code printed}, {@code not-printed}, {@code retries}.
 */
public final class EscPosPrinter extends ManagedDevice implements ReceiptPrinter {
    private static final Logger LOG = LoggerFactory.getLogger(EscPosPrinter.class);
    private static final byte[] STATUS_BACK = {0x1d, 'a', 0x0e};
    private static final byte[] ASK_STATUS = {0x10, 0x04, 0x01};
    private static final byte[] ASK_ALL = {
        0x10, 0x04, 0x01, 0x10, 0x04, 0x02, 0x10, 0x04, 0x03, 0x10, 0x04, 0x04
    };
    private static final byte[] CLEAR_BUFFER = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(5);
    private static final int MOST_JOBS = 9999;
    private static final Duration RECONNECT = Duration.ofSeconds(2);
    private static final long ASK_AFTER_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long DEAD_AFTER_NANOS = Duration.ofSeconds(20).toNanos();

    /** A line on which the printer has answered, and what it last said. */
    private record Live(ByteLine line, PrinterCondition condition) {}

    private final PrinterSettings settings;
    private final EscPosEncoder encoder;
    private final ConnectionLoop loop;
    private final ThreadPoolExecutor jobs;
    private final Object change = new Object();
    private volatile @Nullable Live live;
    private volatile @Nullable PrintJob job;
    private @Nullable ByteLine abandoned;

    /** Not from one: a late answer to an earlier run's job must not prove one of this run. */
    private int lastJob = ThreadLocalRandom.current().nextInt(MOST_JOBS);

    public EscPosPrinter(
            DeviceId id, LineOpener opener, PrinterSettings settings, InstantSource clock) {
        super(id, clock);
        this.settings = settings;
        this.encoder = new EscPosEncoder(settings);
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
            jobs.execute(
                    () -> {
                        PrintOutcome result = counted(encodeAndRun(receipt));
                        outcome.complete(result);
                        if (result instanceof NotPrinted) {
                            awaitReconnect();
                        }
                    });
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
        lastJob = lastJob % MOST_JOBS + 1;
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
                abandon(now.line());
            }
            return outcome;
        } finally {
            job = null;
        }
    }

    /** The receipt behind one that failed finds the printer again, where it is there. */
    private void awaitReconnect() {
        long end = System.nanoTime() + RECONNECT.toNanos();
        synchronized (change) {
            try {
                for (long left = RECONNECT.toMillis();
                        live == null && left > 0;
                        left = (end - System.nanoTime()) / 1_000_000) {
                    change.wait(left);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void setLive(@Nullable Live next) {
        synchronized (change) {
            // The last words on a line that was given up do not bring it back.
            if (next == null || !next.line().equals(abandoned)) {
                live = next;
                change.notifyAll();
            }
        }
    }

    private void abandon(ByteLine line) {
        synchronized (change) {
            abandoned = line;
            live = null;
        }
        line.abandon();
    }

    private void serve(ByteLine line) throws IOException {
        ReplyParser parser = new ReplyParser(new Replies(line));
        byte[] buffer = new byte[256];
        // What an earlier connection left half printed must not come out before the next receipt.
        line.write(CLEAR_BUFFER);
        line.write(STATUS_BACK);
        // In trouble a printer carries out nothing but real-time commands.
        line.write(ASK_ALL);
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
                } else if (job == null && now - heard > DEAD_AFTER_NANOS) {
                    // Not while a job prints: nothing is asked then, and the job has its own limit.
                    throw new IOException("the printer stopped answering");
                } else if (job == null && now - Math.max(heard, asked) > ASK_AFTER_NANOS) {
                    asked = now;
                    line.write(ASK_STATUS);
                }
            }
        } finally {
            setLive(null);
            PrintJob current = job;
            if (current != null) {
                current.failed(Reason.OFFLINE);
            }
        }
    }

    private final class Replies implements ReplyParser.Sink {
        private final ByteLine line;
        private final int[] first = new int[PrinterCondition.REAL_TIME_ANSWERS];
        private int heard;

        Replies(ByteLine line) {
            this.line = line;
        }

        @Override
        public void condition(PrinterCondition condition) {
            setLive(new Live(line, condition));
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
        public void realTime(int status) {
            if (heard < first.length) {
                first[heard] = status;
                heard++;
                if (heard == first.length && live == null) {
                    condition(PrinterCondition.ofRealTime(first));
                }
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
