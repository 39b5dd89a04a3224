package io.guidepost.devices.lifecycle;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives a device that is no line of bytes: one named platform thread that takes a step, waits as
 * long as the step asked for or until it is woken, and takes the next. A step that throws is a
 * fault and is taken again later; a thread that hangs in a step is left behind and replaced ({@link
 * Watch}).
 *
 * <p>Counts {@code driver-failures} and {@code hangs}.
 */
public final class StepLoop {

    /** What a driver does in one go. */
    @FunctionalInterface
    public interface Step {
        /** Works; the answer is the longest wait before the next step. */
        Duration take() throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(StepLoop.class);
    private static final Duration SLICE = Duration.ofSeconds(2);

    private final DeviceState state;
    private final Step step;
    private final Semaphore wakes = new Semaphore(0);
    private final Backoff backoff = Backoff.standard();
    private final LeftBehind leftBehind = new LeftBehind();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    public StepLoop(DeviceState state, Step step) {
        this.state = state;
        this.step = step;
    }

    /** Starts the thread once. */
    public void start() {
        if (!closed && started.compareAndSet(false, true)) {
            state.connecting();
            state.alive();
            state.restartBy(this::replace);
            next();
        }
    }

    /** Ends the present wait: there is something to do. */
    public void wake() {
        wakes.release();
    }

    /**
     * Waits inside a step.
     *
     * @return whether somebody called {@link #wake()} meanwhile; all such calls are answered by it
     */
    public boolean woken(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            state.alive();
            long left = Math.min(end - System.nanoTime(), SLICE.toNanos());
            if (wakes.tryAcquire(Math.max(0, left), TimeUnit.NANOSECONDS)) {
                wakes.drainPermits();
                return true;
            }
            if (end - System.nanoTime() <= 0) {
                return false;
            }
        }
    }

    /** Ends the thread; waits for it at most three seconds. The state says disconnected. */
    public void close() {
        closed = true;
        Thread running = thread;
        if (running != null && !running.equals(Thread.currentThread())) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(3));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        state.ended();
    }

    private synchronized void next() {
        if (!closed) {
            Thread fresh =
                    Thread.ofPlatform()
                            .name(state.id().toString())
                            .daemon(true)
                            .unstarted(this::run);
            thread = fresh;
            fresh.start();
        }
    }

    /** Gives the hanging thread up and starts another. */
    private synchronized void replace() {
        Thread hanging = thread;
        if (hanging == null || closed) {
            return;
        }
        if (!leftBehind.add(hanging)) {
            state.beyondHelp();
            return;
        }
        hanging.interrupt();
        state.alive();
        next();
    }

    private boolean isOver() {
        return closed || !Thread.currentThread().equals(thread);
    }

    private void run() {
        while (!isOver()) {
            try {
                state.alive();
                Duration wait = step.take();
                backoff.reset();
                boolean _ = !isOver() && woken(wait);
            } catch (InterruptedException _) {
                // Only close() and a replacement interrupt; the loop's condition sees both.
            } catch (RuntimeException | Error e) {
                // Also an Error: a thread that ended here would leave the device ready and deaf.
                failed(e);
            }
        }
    }

    private void failed(Throwable failure) {
        if (isOver()) {
            return;
        }
        LOG.error("{}: the driver failed and goes on", state.id(), failure);
        state.count("driver-failures");
        state.fault("the driver failed: " + failure);
        try {
            boolean _ = woken(backoff.next());
        } catch (InterruptedException _) {
            // As in run().
        }
    }
}
