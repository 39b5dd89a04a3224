package io.guidepost.devices.scanner.camera;

import com.google.zxing.common.BitArray;
import java.util.Arrays;

/**
 * Where a scan line changes between light and dark, finer than a value: half-way between each
 * height and the next depth. What is less than a share of the contrast nearby is taken as noise.
 */
final class Edges {
    private static final int CHUNK = 24;
    private static final double LEAST_CHANGE = 3;

    /** Positions in values; from the first to dark, then to light, and so on in turn. */
    private final double[] at;

    private final int count;
    private final int length;

    private Edges(double[] at, int count, int length) {
        this.at = at;
        this.count = count;
        this.length = length;
    }

    /**
     * Finds the edges.
     *
     * @param share of the contrast nearby that a change must have, 0 to 1
     */
    static Edges of(ScanLine line, double share) {
        float[] values = line.values();
        double[] least = thresholds(values, share);
        double[] at = new double[values.length];
        int count = 0;
        int high = 0;
        int low = 0;
        boolean down = true;
        // From height to depth to height; an edge is known once the next turn is.
        for (int i = 1; i < values.length; i++) {
            if (down) {
                if (values[i] > values[high]) {
                    high = i;
                    low = i;
                } else if (values[i] < values[low]) {
                    low = i;
                }
                if (values[high] - values[low] >= least[low]
                        && values[i] - values[low] >= least[low]) {
                    at[count++] = crossing(values, high, low);
                    high = i;
                    down = false;
                }
            } else {
                if (values[i] > values[high]) {
                    high = i;
                } else if (values[high] - values[i] >= least[high]) {
                    at[count++] = crossing(values, low, high);
                    low = i;
                    down = true;
                }
            }
        }
        if (!down) {
            at[count++] = crossing(values, low, high);
        } else if (values[high] - values[low] >= least[low]) {
            at[count++] = crossing(values, high, low);
        }
        return new Edges(Arrays.copyOf(at, count), count, values.length);
    }

    int count() {
        return count;
    }

    double at(int edge) {
        return edge < 0 ? 0 : edge >= count ? length : at[edge];
    }

    /** The line in light and dark for ZXing's readers, so many bits for each value. */
    BitArray bits(int fine) {
        BitArray bits = new BitArray(length * fine);
        for (int i = 0; i < count; i += 2) {
            int from = (int) Math.round(at(i) * fine);
            int to = (int) Math.round(at(i + 1) * fine);
            if (to > from) {
                bits.setRange(from, Math.min(to, length * fine));
            }
        }
        return bits;
    }

    private static double crossing(float[] values, int from, int to) {
        double middle = (values[from] + values[to]) / 2.0;
        boolean falling = values[from] > values[to];
        for (int i = from; i < to; i++) {
            boolean passed = falling ? values[i + 1] <= middle : values[i + 1] >= middle;
            if (passed) {
                double step = values[i + 1] - (double) values[i];
                return step == 0 ? i : i + (middle - values[i]) / step;
            }
        }
        return to;
    }

    private static double[] thresholds(float[] values, double share) {
        int chunks = (values.length + CHUNK - 1) / CHUNK;
        double[] lowest = new double[chunks];
        double[] highest = new double[chunks];
        Arrays.fill(lowest, 255);
        for (int i = 0; i < values.length; i++) {
            lowest[i / CHUNK] = Math.min(lowest[i / CHUNK], values[i]);
            highest[i / CHUNK] = Math.max(highest[i / CHUNK], values[i]);
        }
        double[] thresholds = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i / CHUNK - 1);
            int to = Math.min(chunks - 1, i / CHUNK + 1);
            double low = 255;
            double high = 0;
            for (int c = from; c <= to; c++) {
                low = Math.min(low, lowest[c]);
                high = Math.max(high, highest[c]);
            }
            thresholds[i] = Math.max(LEAST_CHANGE, (high - low) * share);
        }
        return thresholds;
    }
}
