package io.guidepost.kiosk.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out from four touches, one at each corner of the picture, whether touch and picture agree.
 * Corners are counted with the clock from the upper left. Not thread-safe.
 */
public final class TouchCheck {
    /** Corners there are to touch. */
    public static final int CORNERS = 4;

    /** A touch this near to a corner, as a share of the edge, is meant for it. */
    private static final double NEAR = 0.3;

    private final List<Touch> touches = new ArrayList<>();

    /**
     * Where a touch was told.
     *
     * @param x 0 (left edge of the picture) to 1
     * @param y 0 (upper edge of the picture) to 1
     * @param offMm distance to the middle of the mark on the glass, in millimetres
     */
    public record Touch(double x, double y, double offMm) {
        /** The corner it lies in; empty where it lies in none. */
        private Optional<Integer> corner() {
            boolean left = x < NEAR;
            boolean right = x > 1 - NEAR;
            boolean upper = y < NEAR;
            boolean lower = y > 1 - NEAR;
            if (!(left || right) || !(upper || lower)) {
                return Optional.empty();
            }
            return Optional.of(upper ? (left ? 0 : 1) : (right ? 2 : 3));
        }
    }

    /** What the touches say. */
    public sealed interface Verdict {

        /** A finger is told where it is. */
        record Agrees() implements Verdict {}

        /**
         * Touches are told turned against the picture.
         *
         * @param quarters quarter turns with the clock, 1 to 3
         */
        record Turned(int quarters) implements Verdict {}

        /**
         * Touches are told mirrored.
         *
         * @param how along which line
         */
        record Mirrored(Mirror how) implements Verdict {}

        /**
         * The right way round, but beside the mark.
         *
         * @param mm the worst distance, in millimetres
         */
        record Beside(long mm) implements Verdict {}

        /** The touches do not fit together. */
        record Unclear() implements Verdict {}
    }

    /** How touches can be mirrored. */
    public enum Mirror {
        /** Left and right are exchanged. */
        LEFT_RIGHT,
        /** Up and down are exchanged. */
        UP_DOWN,
        /** Across and along are exchanged. */
        AXES,
        /** Across and along are exchanged, and both run backwards. */
        AXES_BACKWARDS
    }

    /** The corner to touch next; empty when all were touched. */
    public Optional<Integer> next() {
        return Optional.of(touches.size()).filter(corner -> corner < CORNERS);
    }

    /** The next corner was touched. */
    public void touched(Touch where) {
        if (touches.size() < CORNERS) {
            touches.add(where);
        }
    }

    /**
     * What the touches say; empty before the last.
     *
     * @param exactMm a touch this near to its mark is on it, in millimetres
     */
    public Optional<Verdict> verdict(double exactMm) {
        if (touches.size() < CORNERS) {
            return Optional.empty();
        }
        List<Integer> told = touches.stream().map(Touch::corner).flatMap(Optional::stream).toList();
        if (told.size() < CORNERS) {
            return Optional.of(new Verdict.Unclear());
        }
        int turn = told.getFirst();
        if (fits(told, 1, turn)) {
            return Optional.of(turn == 0 ? upright(exactMm) : new Verdict.Turned(turn));
        }
        if (fits(told, CORNERS - 1, turn)) {
            return Optional.of(
                    new Verdict.Mirrored(
                            switch (turn) {
                                case 0 -> Mirror.AXES;
                                case 1 -> Mirror.LEFT_RIGHT;
                                case 2 -> Mirror.AXES_BACKWARDS;
                                default -> Mirror.UP_DOWN;
                            }));
        }
        return Optional.of(new Verdict.Unclear());
    }

    /** Whether the corners were told one after the other, with the clock or against it. */
    private static boolean fits(List<Integer> told, int step, int first) {
        for (int corner = 0; corner < CORNERS; corner++) {
            if (told.get(corner) != (first + corner * step) % CORNERS) {
                return false;
            }
        }
        return true;
    }

    private Verdict upright(double exactMm) {
        double worst = touches.stream().mapToDouble(Touch::offMm).max().orElse(0);
        return worst <= exactMm ? new Verdict.Agrees() : new Verdict.Beside(Math.round(worst));
    }
}
