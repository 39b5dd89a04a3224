package io.guidepost.devices.gpio;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalStateChangeListener;
import io.guidepost.devices.DeviceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A device on an input line. An edge only wakes; the level is read when the line has come to rest,
 * so that a bouncing contact is one change, and now and then without an edge, so that a lost edge
 * is made good. A line that never rests is not believed.
 *
 * <p>Counts {@code edges}, {@code lost-edges} (changes that no edge told of), {@code unrest} (the
 * line did not come to rest in time).
 */
abstract class InputDevice extends LineDevice {
    /** A contact that bounces longer is broken. */
    private static final Duration LONGEST_UNREST = Duration.ofSeconds(1);

    private final InputSettings settings;
    private final AtomicLong edges = new AtomicLong();
    private final DigitalStateChangeListener edge = _ -> edge();
    private @Nullable DigitalInput input;
    private @Nullable Boolean before;
    private long edgesBefore;

    InputDevice(DeviceId id, GpioBoard board, InputSettings settings, InstantSource clock) {
        super(id, board, settings.line(), clock);
        this.settings = settings;
    }

    /** The level at rest; on the device's thread, after each look, changed or not. */
    abstract void level(boolean active);

    @Override
    final Duration use(GpioBoard up) throws InterruptedException {
        DigitalInput open = opened(up);
        if (!comesToRest()) {
            state.count("unrest");
            state.degraded(
                    "line "
                            + settings.line()
                            + " does not come to rest: check its wiring"
                            + besides());
            return settings.poll();
        }
        boolean high = open.state().isHigh();
        state.heard();
        boolean active = high == settings.activeHigh();
        if (before != null && before != active && edges.get() == edgesBefore) {
            // The edge may be on its way yet.
            if (loop.woken(settings.settle())) {
                return Duration.ZERO;
            }
            state.count("lost-edges");
        }
        before = active;
        edgesBefore = edges.get();
        level(active);
        return settings.poll();
    }

    @Override
    void lost() {
        // The lines that come up next are others.
        input = null;
        before = null;
    }

    private DigitalInput opened(GpioBoard up) {
        DigitalInput open = input;
        if (open == null) {
            open = up.input(settings.line(), settings.pull());
            // Asking again can give the same line, which must not be listened to twice.
            open.removeListener(edge);
            open.addListener(edge);
            input = open;
        }
        return open;
    }

    private boolean comesToRest() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_UNREST.toNanos();
        while (loop.woken(settings.settle())) {
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    private void edge() {
        edges.incrementAndGet();
        state.count("edges");
        loop.wake();
    }
}
