package io.guidepost.devices.gpio;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalState;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.StatusLight;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A lamp on an output line: dark, lit, blinking once a second, blinking four times a second.
 *
 * <p>Counts {@code signals}, {@code retries}.
 */
public final class GpioLamp extends LineDevice implements StatusLight {
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final Duration FAST = Duration.ofMillis(125);
    private static final Duration STEADY = Duration.ofSeconds(2);

    private final int line;
    private final boolean activeHigh;
    private volatile Shown shown = new Shown(Signal.IDLE, System.nanoTime());

    /** A signal and when it began, so that blinking begins with light. */
    private record Shown(Signal signal, long since) {}

    /**
     * @param activeHigh whether the lamp is lit when the line is high
     */
    public GpioLamp(
            DeviceId id, GpioBoard board, int line, boolean activeHigh, InstantSource clock) {
        super(id, board, line, clock);
        this.line = line;
        this.activeHigh = activeHigh;
    }

    @Override
    public void set(Signal wanted) {
        if (shown.signal() != wanted) {
            shown = new Shown(wanted, System.nanoTime());
            state.count("signals");
            loop.wake();
        }
    }

    @Override
    public void close() {
        super.close();
        try {
            if (isUp()) {
                light(board(), false);
            }
        } catch (Pi4JException | IllegalStateException _) {
            // The line has gone before: the lamp is dark already.
            state.count("retries");
        }
    }

    @Override
    Duration use(GpioBoard up) {
        Shown now = shown;
        Duration wait =
                switch (now.signal()) {
                    case IDLE -> light(up, false);
                    case ATTENTION -> light(up, true);
                    case WORKING -> blink(up, now, SLOW);
                    case ERROR -> blink(up, now, FAST);
                };
        state.ready();
        return wait;
    }

    @Override
    void lost() {
        // What is to be shown stays; the next line that comes up shows it.
    }

    private Duration blink(GpioBoard up, Shown now, Duration half) {
        long nanos = half.toNanos();
        long passed = System.nanoTime() - now.since();
        Duration _ = light(up, passed / nanos % 2 == 0);
        return Duration.ofNanos(nanos - passed % nanos);
    }

    private Duration light(GpioBoard up, boolean on) {
        up.output(line, !activeHigh).state(on == activeHigh ? DigitalState.HIGH : DigitalState.LOW);
        return STEADY;
    }
}
