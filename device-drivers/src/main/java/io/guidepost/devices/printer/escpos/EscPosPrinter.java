package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.PrintOutcome.NotPrinted;
import io.guidepost.devices.PrintOutcome.Printed;
import io.guidepost.devices.PrintOutcome.Reason;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptPrinter;
import io.guidepost.devices.lifecycle.ConnectionLoop;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.printer.escpos.PrinterCondition.Trouble;
import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
 * A receipt printer that speaks ESC/POS. Printed means that the printer said so ({@link Fence}).
 * When a receipt fails, the printer is first made to forget the rest of it and is cut free of what
 * is half printed; a receipt that was sent and not confirmed says COPY whenever it is printed
 * again, as the printer may have gone on with it by itself.
 *
 * <p>Counts {@code pages}, {@code not-printed}, {@code copies}, {@code paper-outs}, {@code
 * timeouts}, {@code resumed} (receipts that came out after they had been given up), and what {@link
 * ConnectionLoop} counts.
 */
public final class EscPosPrinter extends ManagedDevice implements ReceiptPrinter {
    private static final Logger LOG = LoggerFactory.getLogger(EscPosPrinter.class);
    private static final int MOST_IDS = 9999;
    private static final int MOST_WAITING = 16;
    private static final Duration RECOVERY = Duration.ofSeconds(3);

    private final PrinterSettings settings;
    private final String path;
    private final EscPosEncoder encoder;
    private final ConnectionLoop loop;
    private final ThreadPoolExecutor jobs;
    private final SentBefore sentBefore = new SentBefore();
    private final Object change = new Object();
    private volatile @Nullable PrinterLink link;
    private volatile boolean recovering;
    private volatile boolean torn;
    private volatile boolean paperOut;

    /** Not from one: a late answer to an earlier run's receipt must not prove one of this run. */
    private int lastId = ThreadLocalRandom.current().nextInt(MOST_IDS);

    /** A printer on a line. */
    public EscPosPrinter(
            DeviceId id, PrinterLine line, PrinterSettings settings, InstantSource clock) {
        super(id, clock);
        this.settings = settings;
        this.path = line.path();
        this.encoder = new EscPosEncoder(settings);
        this.loop = new ConnectionLoop(state, line.opener(), this::serve);
        this.jobs =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MOST_WAITING),
                        Thread.ofVirtual().name(id + "-job").factory());
        state.identified(DeviceIdentity.at(path));
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
            jobs.execute(() -> outcome.complete(counted(answered(receipt))));
        } catch (RejectedExecutionException _) {
            outcome.complete(counted(new NotPrinted(Reason.OFFLINE)));
        }
        return outcome;
    }

    private PrintOutcome counted(PrintOutcome outcome) {
        switch (outcome) {
            case Printed _ -> state.count("pages");
            case NotPrinted(Reason reason) -> {
                state.count("not-printed");
                if (reason == Reason.TIMEOUT) {
                    state.count("timeouts");
                }
            }
        }
        return outcome;
    }

    /** Whoever waits for a receipt hears of it, whatever goes wrong. */
    private PrintOutcome answered(Receipt receipt) {
        try {
            return printNow(receipt);
        } catch (RuntimeException | Error e) {
            LOG.error("{}: printing failed", id(), e);
            state.count("driver-failures");
            return new NotPrinted(Reason.OFFLINE);
        }
    }

    private PrintOutcome printNow(Receipt receipt) {
        List<byte[]> pieces;
        List<byte[]> original;
        try {
            original = encoder.encode(new Receipt(receipt.lines(), false));
            boolean copy = receipt.copy() || sentBefore.has(original);
            if (copy && !receipt.copy()) {
                state.count("copies");
            }
            pieces = copy ? encoder.encode(receipt.asCopy()) : original;
        } catch (RuntimeException | InternalError | LinkageError e) {
            // Too wide a code, or a machine without any font when text has to be drawn.
            LOG.error("{}: a receipt cannot be put into printer commands", id(), e);
            return new NotPrinted(Reason.UNPRINTABLE);
        }
        PrinterLink now = awaitFree();
        if (now == null) {
            return new NotPrinted(Reason.OFFLINE);
        }
        return run(now, pieces, original);
    }

    private PrintOutcome run(PrinterLink now, List<byte[]> pieces, List<byte[]> original) {
        PrinterCondition condition = now.condition();
        Optional<Reason> blocked =
                condition == null ? Optional.of(Reason.OFFLINE) : condition.blocked();
        if (blocked.isPresent()) {
            return new NotPrinted(blocked.get());
        }
        if (!now.free()) {
            // It came out of trouble in this moment, and still holds something of before.
            return new NotPrinted(Reason.OFFLINE);
        }
        lastId = lastId % MOST_IDS + 1;
        PrintJob job = new PrintJob(String.format(Locale.ROOT, "%04d", lastId), afterTorn(pieces));
        now.begin(job);
        try {
            // The printer's word may have come, or the line gone, before the job could hear it.
            if (!now.equals(link)) {
                return new NotPrinted(Reason.OFFLINE);
            }
            PrinterCondition again = now.condition();
            if (again != null) {
                again.blocked().ifPresent(job::failed);
            }
            PrintOutcome outcome = honest(job.run(now, settings.limit()), job, now);
            switch (outcome) {
                case Printed _ -> torn = false;
                case NotPrinted(Reason reason) -> {
                    if (job.begun()) {
                        sentBefore.add(original);
                    }
                    recover(now, job, reason);
                }
            }
            return outcome;
        } finally {
            now.end();
        }
    }

    /** What is half printed hangs above: it must not come out together with the next receipt. */
    private List<byte[]> afterTorn(List<byte[]> pieces) {
        if (!torn) {
            return pieces;
        }
        List<byte[]> all = new ArrayList<>(List.of(Commands.CUT_OFF));
        all.addAll(pieces);
        return all;
    }

    /**
     * A printer that is well and took everything, but has no way to confirm it, did not time out.
     */
    private static PrintOutcome honest(PrintOutcome outcome, PrintJob job, PrinterLink link) {
        return outcome.equals(new NotPrinted(Reason.TIMEOUT))
                        && job.sent()
                        && !link.acknowledges()
                        && !link.knowsProcessIds()
                ? new NotPrinted(Reason.UNCONFIRMED)
                : outcome;
    }

    private void recover(PrinterLink now, PrintJob job, Reason reason) {
        if (reason == Reason.UNCONFIRMED || !job.begun()) {
            return;
        }
        torn = true;
        recovering = true;
        try {
            if (reason == Reason.TIMEOUT || reason == Reason.OFFLINE || job.stuck()) {
                drop(now);
            } else {
                now.clear();
            }
        } catch (IOException _) {
            drop(now);
        }
    }

    private void drop(PrinterLink now) {
        synchronized (change) {
            if (now.equals(link)) {
                link = null;
            }
        }
        now.abandon();
    }

    /** The receipt behind one that failed finds the printer again, where it is there. */
    private @Nullable PrinterLink awaitFree() {
        long end = System.nanoTime() + RECOVERY.toNanos();
        synchronized (change) {
            try {
                while (recovering && !usable(link)) {
                    long left = (end - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        recovering = false;
                        break;
                    }
                    change.wait(left);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return usable(link) ? link : null;
        }
    }

    /** Free for a receipt, or in trouble that can be told. */
    private static boolean usable(@Nullable PrinterLink link) {
        if (link == null) {
            return false;
        }
        PrinterCondition condition = link.condition();
        return link.free() || (condition != null && condition.blocked().isPresent());
    }

    private void serve(ByteLine line) throws IOException {
        PrinterLink fresh = new PrinterLink(line, settings, new Heard());
        synchronized (change) {
            link = fresh;
        }
        try {
            fresh.serve(torn);
        } catch (SilentException e) {
            state.count("timeouts");
            state.tested(false, "the printer does not answer");
            throw e;
        } finally {
            synchronized (change) {
                if (fresh.equals(link)) {
                    link = null;
                }
                change.notifyAll();
            }
        }
    }

    private final class Heard implements PrinterLink.Owner {
        @Override
        public void changed(PrinterLink by, PrinterCondition condition) {
            if (!by.equals(link)) {
                // The last words on a connection that was given up.
                return;
            }
            boolean out = condition.has(Trouble.PAPER_OUT);
            if (out && !paperOut) {
                state.count("paper-outs");
            }
            paperOut = out;
            Optional<Reason> blocked = condition.blocked();
            state.tested(
                    blocked.isEmpty(), blocked.map(Reason::words).orElse("the printer is well"));
            if (blocked.isPresent()) {
                state.fault(blocked.get().words());
            } else if (by.free()) {
                recovering = false;
                if (settings.fence() == Fence.NONE) {
                    state.degraded("it cannot say what becomes of a receipt");
                } else if (condition.has(Trouble.PAPER_NEAR_END)) {
                    state.degraded("the paper is near its end");
                } else {
                    state.ready();
                }
            }
            synchronized (change) {
                change.notifyAll();
            }
        }

        @Override
        public void resumed(String processId) {
            LOG.warn("{}: receipt {} came out after it had been given up", id(), processId);
            state.count("resumed");
        }

        @Override
        public void identified(PrinterIdentity identity) {
            state.identified(
                    new DeviceIdentity(
                            identity.vendor(), identity.product(), identity.serial(), path));
        }
    }
}
