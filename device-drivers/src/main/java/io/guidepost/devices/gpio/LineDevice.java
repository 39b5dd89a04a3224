package io.guidepost.devices.gpio;

import com.pi4j.exception.Pi4JException;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.lifecycle.StepLoop;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A device on one line of a board, with a thread of its own. A line that cannot be had, because
 * another program holds it, is this device's fault alone and is tried again until it is free.
 */
abstract class LineDevice extends ManagedDevice {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    protected final StepLoop loop;
    private final GpioBoard board;
    private final int line;
    private final Subscription upness;

    LineDevice(DeviceId id, GpioBoard board, int line, InstantSource clock) {
        super(id, clock);
        this.board = board;
        this.line = line;
        this.loop = new StepLoop(state, this::step);
        this.upness =
                board.onUp(
                        up -> {
                            // Counted here: it may be up again before the thread looks.
                            if (!up) {
                                state.count("line-losses");
                            }
                            loop.wake();
                        });
        state.identified(DeviceIdentity.at("GPIO " + line));
    }

    /**
     * Uses the line; on the device's thread.
     *
     * @return the longest wait before the next use
     */
    abstract Duration use(GpioBoard up) throws InterruptedException;

    /** The line is out of reach; on the device's thread, each time it is looked for in vain. */
    abstract void lost();

    @Override
    public void start() {
        board.start();
        loop.start();
    }

    @Override
    public void close() {
        upness.close();
        loop.close();
        lost();
    }

    /**
     * What stays true while the line is in trouble, to be said with it; begins with a semicolon,
     * empty where there is nothing.
     */
    String besides() {
        return "";
    }

    /** The board while it is up, for a last word after the device's thread has ended. */
    final boolean isUp() {
        return board.up();
    }

    final GpioBoard board() {
        return board;
    }

    private Duration step() throws InterruptedException {
        if (!board.up()) {
            lost();
            if (board.trouble().isEmpty()) {
                state.disconnected();
            } else {
                state.fault(board.trouble() + besides());
            }
            return LOOK_AGAIN;
        }
        try {
            return use(board);
        } catch (Pi4JException | IllegalStateException e) {
            lost();
            state.count("retries");
            state.fault("line " + line + ": " + e.getMessage() + besides());
            return LOOK_AGAIN;
        }
    }
}
