package io.guidepost.devices.scanner.camera;

import java.util.Optional;

/** The brightness along a line through a frame, each value the mean of a few lines side by side. */
final class ScanLine {
    private final float[] values;

    /** Values a pixel. */
    private final double density;

    /** Where it begins, from the region's middle, pixels. */
    private final double begin;

    private ScanLine(float[] values, double density, double begin) {
        this.values = values;
        this.density = density;
        this.begin = begin;
    }

    /**
     * A line through a region.
     *
     * @param offset of the line from the region's middle, along the bars, pixels
     * @param beside so many lines on each side are taken into the mean, a pixel apart
     */
    static Optional<ScanLine> through(
            GreyFrame frame, BarRegion region, double offset, int beside) {
        double cos = Math.cos(region.angle());
        double sin = Math.sin(region.angle());
        double x = region.x() - offset * sin;
        double y = region.y() + offset * cos;
        double half = region.width() * 0.7 + 30;
        double[] ends = {-half, half};
        clip(ends, x, cos, frame.width() - 1.0);
        clip(ends, y, sin, frame.height() - 1.0);
        double length = ends[1] - ends[0];
        if (length < 40) {
            return Optional.empty();
        }
        double density = length < 300 ? 2 : 1;
        float[] values = new float[(int) (length * density)];
        for (int i = 0; i < values.length; i++) {
            double at = ends[0] + i / density;
            values[i] = mean(frame, x + at * cos, y + at * sin, -sin, cos, beside);
        }
        return Optional.of(new ScanLine(values, density, ends[0]));
    }

    float[] values() {
        return values;
    }

    double density() {
        return density;
    }

    /** How far from the region's middle a value lies, pixels. */
    double pixels(double value) {
        return begin + value / density;
    }

    /** Which value lies so far from the region's middle. */
    double value(double pixels) {
        return (pixels - begin) * density;
    }

    private static void clip(double[] ends, double middle, double step, double most) {
        if (Math.abs(step) < 1e-9) {
            return;
        }
        double one = -middle / step;
        double other = (most - middle) / step;
        ends[0] = Math.max(ends[0], Math.min(one, other));
        ends[1] = Math.min(ends[1], Math.max(one, other));
    }

    private static float mean(
            GreyFrame frame, double x, double y, double stepX, double stepY, int beside) {
        double sum = 0;
        for (int i = -beside; i <= beside; i++) {
            sum += frame.at(x + i * stepX, y + i * stepY);
        }
        return (float) (sum / (2 * beside + 1));
    }
}
