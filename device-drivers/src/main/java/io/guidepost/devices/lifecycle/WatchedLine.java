package io.guidepost.devices.lifecycle;

import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.time.Duration;

/** A line whose use shows that the driver is alive, and whose bytes show that the device is. */
final class WatchedLine implements ByteLine {
    private static final long SLICE_NANOS = Duration.ofSeconds(2).toNanos();

    private final ByteLine line;
    private final DeviceState state;

    WatchedLine(ByteLine line, DeviceState state) {
        this.line = line;
        this.state = state;
    }

    /** Long waits are cut in slices, so that a driver may wait as long as it likes. */
    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        long left = limit.toNanos();
        while (true) {
            state.alive();
            int count = line.read(into, Duration.ofNanos(Math.min(left, SLICE_NANOS)));
            left -= SLICE_NANOS;
            if (count > 0) {
                state.heard();
            }
            if (count != 0 || left <= 0) {
                state.alive();
                return count;
            }
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        state.alive();
        line.write(bytes);
        state.alive();
    }

    @Override
    public void close() {
        line.close();
    }

    @Override
    public void abandon() {
        line.abandon();
    }
}
