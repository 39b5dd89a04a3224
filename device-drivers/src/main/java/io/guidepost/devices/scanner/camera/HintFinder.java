package io.guidepost.devices.scanner.camera;

import io.guidepost.devices.FrameHint;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a camera's pictures why nothing is read: compares each with how the place looks while
 * nobody is there, and with the one before. For one thread at a time.
 */
final class HintFinder {
    private static final int COLUMNS = 16;
    private static final int ROWS = 12;
    private static final int CELLS = COLUMNS * ROWS;

    /** Grey levels by which a part of the picture must differ to have changed. */
    private static final double CHANGE = 18;

    /** Shares of the picture that something in front, something near and something moving take. */
    private static final double IN_FRONT = 0.12;

    private static final double NEAR = 0.8;
    private static final double MOVING = 0.15;

    private static final double DARK = 40;
    private static final double BRIGHT = 235;

    /** Share of the picture without any drawing left. */
    private static final double GLARE = 0.4;

    /**
     * Grey levels between neighbours, at the sharpest hundredth; print in focus has 40 and more.
     */
    private static final int BLURRED = 14;

    /** So many pictures in a row must say the same. */
    private static final int ENOUGH = 4;

    /**
     * How quickly the empty place is learnt anew: a thing left there is the place after a minute.
     */
    private static final double LEARNT = 0.004;

    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long AFTER_READ_NANOS = Duration.ofSeconds(2).toNanos();

    private double @Nullable [] empty;
    private double @Nullable [] before;
    private @Nullable FrameHint last;
    private int same;
    private long quietUntil;

    /**
     * Looks at the next picture.
     *
     * @param read whether a code was read from it: then no hint is needed for a while
     * @param nanos now
     */
    Optional<FrameHint> look(GreyFrame frame, boolean read, long nanos) {
        double[] cells = cells(frame);
        double[] place = empty;
        double[] previous = before;
        before = cells;
        if (place == null || previous == null) {
            empty = cells.clone();
            quietUntil = nanos;
            return Optional.empty();
        }
        double inFront = changed(cells, place);
        for (int i = 0; i < CELLS; i++) {
            place[i] += (cells[i] - place[i]) * LEARNT;
        }
        if (read) {
            quietUntil = nanos + AFTER_READ_NANOS;
        }
        FrameHint hint =
                inFront < IN_FRONT || read
                        ? null
                        : hint(frame, cells, inFront, changed(cells, previous));
        same = hint != null && hint == last ? same + 1 : 1;
        last = hint;
        if (hint == null || same < ENOUGH || nanos - quietUntil < 0) {
            return Optional.empty();
        }
        quietUntil = nanos + PAUSE_NANOS;
        return Optional.of(hint);
    }

    private static @Nullable FrameHint hint(
            GreyFrame frame, double[] cells, double inFront, double moving) {
        double mean = 0;
        double glaring = 0;
        for (double cell : cells) {
            mean += cell / CELLS;
            glaring += cell > BRIGHT ? 1.0 / CELLS : 0;
        }
        if (mean < DARK) {
            return FrameHint.TOO_DARK;
        }
        if (glaring > GLARE) {
            return FrameHint.TOO_BRIGHT;
        }
        if (moving > MOVING) {
            return FrameHint.HOLD_STILL;
        }
        if (sharpest(frame) < BLURRED) {
            return inFront > NEAR ? FrameHint.TOO_NEAR : FrameHint.HOLD_STILL;
        }
        return null;
    }

    private static double changed(double[] cells, double[] others) {
        int count = 0;
        for (int i = 0; i < CELLS; i++) {
            count += Math.abs(cells[i] - others[i]) > CHANGE ? 1 : 0;
        }
        return (double) count / CELLS;
    }

    /** The mean brightness of each part of the picture, from every fourth row and column. */
    private static double[] cells(GreyFrame frame) {
        double[] sums = new double[CELLS];
        int[] counts = new int[CELLS];
        byte[] grey = frame.luminance();
        for (int y = 0; y < frame.height(); y += 4) {
            int row = y * ROWS / frame.height() * COLUMNS;
            for (int x = 0; x < frame.width(); x += 4) {
                int cell = row + x * COLUMNS / frame.width();
                sums[cell] += grey[y * frame.width() + x] & 0xff;
                counts[cell]++;
            }
        }
        for (int i = 0; i < CELLS; i++) {
            sums[i] /= Math.max(1, counts[i]);
        }
        return sums;
    }

    private static int sharpest(GreyFrame frame) {
        int[] steps = new int[256];
        int count = 0;
        byte[] grey = frame.luminance();
        for (int y = 0; y < frame.height(); y += 3) {
            for (int x = 1; x < frame.width(); x++) {
                int at = y * frame.width() + x;
                steps[Math.abs((grey[at] & 0xff) - (grey[at - 1] & 0xff))]++;
                count++;
            }
        }
        int left = count / 100;
        for (int step = 255; step > 0; step--) {
            left -= steps[step];
            if (left < 0) {
                return step;
            }
        }
        return 0;
    }
}
