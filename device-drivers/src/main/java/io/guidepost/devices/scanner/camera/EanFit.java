package io.guidepost.devices.scanner.camera;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lays a symbol of the EAN/UPC family over a scan line: begin, end and bend are moved until its
 * digits and guards look most alike, then every look of every digit gets a cost. Works where single
 * bars cannot be told apart any more, because it compares whole digits.
 */
final class EanFit {
    /** Likeness below which a line shows something else. */
    private static final double LEAST_LIKENESS = 0.62;

    /** What one digit may cost at most: glare on it must not outvote the other lines. */
    private static final double MOST_COST = 6;

    private static final int MARGIN = 3;

    /** Parts of a digit with what is looked at beside it. */
    private static final int DIGIT = (7 + 2 * EanShape.BESIDE) * EanShape.FINE;

    private static final int FIRST_BLUR = 1;
    private static final double[] BENDS = {-2.8, -2.1, -1.4, -0.7, 0.7, 1.4, 2.1, 2.8};

    private final EanShape shape;
    private final double[] sums;
    private final float[] parts;

    /** Of the borders of the parts: modules from the begin, and how bend and skew move them. */
    private final double[] modules;

    private final double[] bends;
    private final double[] skews;
    private final float[] products = new float[EanShape.LOOKS];
    private final Effort effort;
    private List<EanShape.Guard> guards;
    private int blur = FIRST_BLUR;

    EanFit(EanShape shape, ScanLine line, Effort effort) {
        this.shape = shape;
        this.effort = effort;
        this.sums = sums(line.values());
        this.parts = new float[(shape.modules() + 2 * MARGIN) * EanShape.FINE];
        this.guards = shape.guards(blur);
        this.modules = new double[parts.length + 1];
        this.bends = new double[parts.length + 1];
        this.skews = new double[parts.length + 1];
        for (int i = 0; i < modules.length; i++) {
            modules[i] = (double) i / EanShape.FINE - MARGIN;
            double share = Math.clamp(modules[i] / shape.modules(), 0, 1);
            bends[i] = 4 * share * (1 - share);
            // So that one of it, too, moves by one module at most.
            skews[i] = bends[i] * 2.6 * (1 - 2 * share);
        }
    }

    /** A line with a symbol on it. */
    static final class Fitted {
        private final Place place;
        private final double[][] costs;

        private Fitted(Place place, double[][] costs) {
            this.place = place;
            this.costs = costs;
        }

        Place place() {
            return place;
        }

        /** Of digits and guards, 0 to 1. */
        double likeness() {
            return place.likeness();
        }

        /** Of each digit and look, from 0 for the likeliest. */
        double[][] costs() {
            return costs;
        }
    }

    /**
     * Begin and end of the symbol in values of the line; by how many modules its middle, and its
     * quarters against one another, are moved, as they are on a bent or tilted surface.
     */
    record Place(double from, double to, double bend, double skew, double likeness) {}

    /** Adds the line up, so that the mean of any part of it is quickly known. */
    private static double[] sums(float[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    /** The symbol between two edges as it is; the quickest look. */
    Place straight(double from, double to) {
        use(FIRST_BLUR);
        return place(from, to, 0, 0);
    }

    /** The symbol between two edges, bent as suits best; a quick look. */
    Place bent(Place straight) {
        use(FIRST_BLUR);
        Place best = straight;
        for (double bend : BENDS) {
            best = better(best, place(straight.from, straight.to, bend, 0));
        }
        return best;
    }

    /** Moves the symbol to where it fits best; nothing when it does not look like one. */
    Optional<Fitted> fit(Place from) {
        if (from.likeness < LEAST_LIKENESS) {
            return Optional.empty();
        }
        use(FIRST_BLUR);
        return refined(climb(from, 0.5));
    }

    /** Tries the symbol about where it was on the line beside. */
    Optional<Fitted> near(double from, double to, double bend, double skew) {
        use(FIRST_BLUR);
        return refined(place(from, to, bend, skew));
    }

    private Optional<Fitted> refined(Place from) {
        Place best = climb(from, 0.25);
        int sharp = blur;
        int bestBlur = blur;
        for (int i = 0; i < EanShape.BLURS.length; i++) {
            if (i != sharp) {
                use(i);
                Place other = place(best.from, best.to, best.bend, best.skew);
                if (other.likeness > best.likeness) {
                    best = other;
                    bestBlur = i;
                }
            }
        }
        use(bestBlur);
        best = climb(best, 0.25);
        best = climb(best, 0.12);
        if (best.likeness < LEAST_LIKENESS + 0.1) {
            return Optional.empty();
        }
        return Optional.of(costs(best));
    }

    private void use(int other) {
        blur = other;
        guards = shape.guards(other);
    }

    private Place climb(Place from, double step) {
        Place best = from;
        double move = step * (from.to - from.from) / shape.modules();
        for (int round = 0; round < 3; round++) {
            Place before = best;
            best = better(best, place(best.from + move, best.to, best.bend, best.skew));
            best = better(best, place(best.from - move, best.to, best.bend, best.skew));
            best = better(best, place(best.from, best.to + move, best.bend, best.skew));
            best = better(best, place(best.from, best.to - move, best.bend, best.skew));
            best = better(best, place(best.from, best.to, best.bend + step, best.skew));
            best = better(best, place(best.from, best.to, best.bend - step, best.skew));
            best = better(best, place(best.from, best.to, best.bend, best.skew + step));
            best = better(best, place(best.from, best.to, best.bend, best.skew - step));
            if (best.equals(before)) {
                break;
            }
        }
        return best;
    }

    private static Place better(Place one, Place other) {
        return other.likeness > one.likeness ? other : one;
    }

    private Place place(double from, double to, double bend, double skew) {
        return new Place(from, to, bend, skew, likeness(from, to, bend, skew));
    }

    private double likeness(double from, double to, double bend, double skew) {
        effort.spend();
        sample(from, to, bend, skew);
        double sum = 0;
        for (int digit = 0; digit < shape.digits(); digit++) {
            int at = (shape.begin(digit) - EanShape.BESIDE + MARGIN) * EanShape.FINE;
            products(at, shape.looks(digit, blur));
            float best = 0;
            for (float product : products) {
                best = Math.max(best, product);
            }
            sum += best / length(at, DIGIT);
        }
        for (EanShape.Guard guard : guards) {
            int at = (guard.from() + MARGIN) * EanShape.FINE;
            sum += Math.max(0, product(at, guard.look()) / length(at, guard.look().length));
        }
        return sum / (shape.digits() + guards.size());
    }

    private Fitted costs(Place place) {
        sample(place.from, place.to, place.bend, place.skew);
        double[][] costs = new double[shape.digits()][EanShape.LOOKS];
        double unlike = 0;
        double[] least = new double[shape.digits()];
        for (int digit = 0; digit < shape.digits(); digit++) {
            int at = (shape.begin(digit) - EanShape.BESIDE + MARGIN) * EanShape.FINE;
            double length = length(at, DIGIT);
            products(at, shape.looks(digit, blur));
            least[digit] = 1;
            for (int look = 0; look < EanShape.LOOKS; look++) {
                double like = Math.max(0, products[look] / length);
                costs[digit][look] = 1 - like * like;
                least[digit] = Math.min(least[digit], costs[digit][look]);
            }
            unlike += least[digit] / shape.digits();
        }
        // What even the best looks leave over is this line's noise, and noise makes all cheaper.
        double unit = unlike + 0.02;
        for (int digit = 0; digit < shape.digits(); digit++) {
            for (int look = 0; look < EanShape.LOOKS; look++) {
                costs[digit][look] =
                        Math.min(MOST_COST, (costs[digit][look] - least[digit]) / unit);
            }
        }
        return new Fitted(place, costs);
    }

    /** The brightness of each part of each module. */
    private void sample(double from, double to, double bend, double skew) {
        double size = (to - from) / shape.modules();
        double lastAt = from + size * (modules[0] + bend * bends[0] + skew * skews[0]);
        double last = sumTo(lastAt);
        for (int i = 0; i < parts.length; i++) {
            double at = from + size * (modules[i + 1] + bend * bends[i + 1] + skew * skews[i + 1]);
            double sum = sumTo(at);
            parts[i] = (float) ((sum - last) / Math.max(1e-6, at - lastAt));
            last = sum;
            lastAt = at;
        }
    }

    private double sumTo(double at) {
        if (at <= 0) {
            return at * sums[1];
        }
        int last = sums.length - 1;
        if (at >= last) {
            return sums[last] + (at - last) * (sums[last] - sums[last - 1]);
        }
        int i = (int) at;
        return sums[i] + (at - i) * (sums[i + 1] - sums[i]);
    }

    /** Of the line from here with each look of a digit; in this order it is quickest. */
    private void products(int at, float[] looks) {
        Arrays.fill(products, 0);
        for (int i = 0; i < DIGIT; i++) {
            float part = parts[at + i];
            int from = i * EanShape.LOOKS;
            for (int look = 0; look < EanShape.LOOKS; look++) {
                products[look] += part * looks[from + look];
            }
        }
    }

    private double product(int at, float[] look) {
        double sum = 0;
        for (int i = 0; i < look.length; i++) {
            sum += parts[at + i] * look[i];
        }
        return sum;
    }

    /** Of the part's deviation from its mean; looks have mean zero, so products need none. */
    private double length(int at, int count) {
        double sum = 0;
        double squares = 0;
        for (int i = at; i < at + count; i++) {
            sum += parts[i];
            squares += parts[i] * parts[i];
        }
        return Math.sqrt(Math.max(squares - sum * sum / count, 9.0 * count));
    }
}
