package io.guidepost.devices.gpio;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalStateChangeListener;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.Listeners;
import io.guidepost.devices.lifecycle.ManagedDevice;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A presence sensor on an input line, high while somebody is there. An edge only wakes: the level
 * is read again after it has had time to settle, and once a second, so that a lost edge is made
 * good.
 *
 * <p>Counts {@code changes}.
 */
public final class GpioPresence extends ManagedDevice implements PresenceSensor {
    private static final long SETTLE_MILLIS = 30;
    private static final long POLL_MILLIS = 1000;

    private final GpioBoard board;
    private final int line;
    private final Listeners<Boolean> listeners = state.listeners();
    private final Subscription upness;
    private final ScheduledExecutorService thread;
    private final DigitalStateChangeListener edge = _ -> later(this::look, SETTLE_MILLIS);
    private @Nullable DigitalInput input;
    private volatile boolean present;

    public GpioPresence(DeviceId id, GpioBoard board, int line, InstantSource clock) {
        super(id, clock);
        this.board = board;
        this.line = line;
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon(true).name(id.toString()).factory());
        this.upness = board.onUp(up -> later(up ? this::look : this::lost, 0));
    }

    @Override
    public boolean present() {
        return present;
    }

    @Override
    public Subscription onPresence(Consumer<Boolean> listener) {
        return listeners.add(listener);
    }

    @Override
    public void start() {
        state.connecting();
        board.start();
        try {
            var _ =
                    thread.scheduleWithFixedDelay(
                            this::look, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            state.disconnected();
        }
    }

    @Override
    public void close() {
        upness.close();
        thread.shutdownNow();
        present = false;
        state.ended();
    }

    private void later(Runnable work, long millis) {
        try {
            var _ = thread.schedule(work, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // Closed in between.
            state.count("edges-after-close");
        }
    }

    private void lost() {
        // The lines that come up next are others.
        input = null;
        state.disconnected();
        now(false);
    }

    private void look() {
        state.alive();
        if (!board.up()) {
            now(false);
            return;
        }
        try {
            DigitalInput open = input;
            if (open == null) {
                open = board.input(line);
                // Asking again can give the same line, which must not be listened to twice.
                open.removeListener(edge);
                open.addListener(edge);
                input = open;
            }
            state.ready();
            now(open.state().isHigh());
        } catch (Pi4JException | IllegalStateException e) {
            state.fault("line " + line + ": " + e.getMessage());
            now(false);
        }
    }

    private void now(boolean there) {
        if (there != present) {
            present = there;
            state.count("changes");
            listeners.tell(there);
        }
    }
}
