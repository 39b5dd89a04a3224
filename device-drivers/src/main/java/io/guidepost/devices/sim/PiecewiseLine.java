package io.guidepost.devices.sim;

import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntSupplier;

/** A line whose writes leave in pieces, as from a peer that is slow or far away. */
final class PiecewiseLine implements ByteLine {
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final ByteLine line;
    private final IntSupplier pieces;

    /**
     * @param pieces bytes in a piece; zero or less writes all at once
     */
    PiecewiseLine(ByteLine line, IntSupplier pieces) {
        this.line = line;
        this.pieces = pieces;
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        return line.read(into, limit);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        int size = pieces.getAsInt();
        if (size <= 0) {
            line.write(bytes);
            return;
        }
        for (int at = 0; at < bytes.length; at += size) {
            line.write(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while writing", e);
            }
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
