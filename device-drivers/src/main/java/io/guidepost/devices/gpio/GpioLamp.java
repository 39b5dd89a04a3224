package io.guidepost.devices.gpio;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalState;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.StatusLight;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.Backoff;
import io.guidepost.devices.lifecycle.ManagedDevice;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A lamp on an output line: dark, lit, blinking once a second, blinking four times a second. */
public final class GpioLamp extends ManagedDevice implements StatusLight {
    private static final long SLOW_MILLIS = 500;
    private static final long FAST_MILLIS = 125;

    private final GpioBoard board;
    private final int line;
    private final Subscription upness;
    private final ScheduledExecutorService thread;
    private Signal signal = Signal.IDLE;
    private final Backoff backoff = Backoff.standard();

    /** What the lamp does next by itself: blink, or try its line again. */
    private @Nullable Future<?> next;

    private boolean lit;

    public GpioLamp(DeviceId id, GpioBoard board, int line, InstantSource clock) {
        super(id, clock);
        this.board = board;
        this.line = line;
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon(true).name(id.toString()).factory());
        this.upness = board.onUp(up -> later(() -> upOrDown(up)));
    }

    @Override
    public void start() {
        state.connecting();
        board.start();
        later(this::show);
    }

    @Override
    public void close() {
        upness.close();
        set(Signal.IDLE);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        state.ended();
    }

    @Override
    public void set(Signal wanted) {
        synchronized (this) {
            signal = wanted;
        }
        later(this::show);
    }

    private void later(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException _) {
            // Closed in between: the lamp is dark already.
            state.count("signals-after-close");
        }
    }

    private void upOrDown(boolean up) {
        if (!up) {
            state.disconnected();
        }
        show();
    }

    private void show() {
        nothingNext();
        if (!board.up()) {
            return;
        }
        Signal now;
        synchronized (this) {
            now = signal;
        }
        switch (now) {
            case IDLE -> lightOrRetry(false);
            case ATTENTION -> lightOrRetry(true);
            case WORKING -> blink(SLOW_MILLIS);
            case ERROR -> blink(FAST_MILLIS);
        }
    }

    private void blink(long millis) {
        if (lightOrRetry(true)) {
            next =
                    thread.scheduleAtFixedRate(
                            () -> lightOrRetry(!lit), millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** A line that another driver holds may be free later. */
    private boolean lightOrRetry(boolean on) {
        lit = on;
        try {
            board.output(line).state(on ? DigitalState.HIGH : DigitalState.LOW);
            state.ready();
            backoff.reset();
            return true;
        } catch (Pi4JException | IllegalStateException e) {
            state.fault("line " + line + ": " + e.getMessage());
            nothingNext();
            next = thread.schedule(this::show, backoff.next().toMillis(), TimeUnit.MILLISECONDS);
            return false;
        }
    }

    private void nothingNext() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }
}
