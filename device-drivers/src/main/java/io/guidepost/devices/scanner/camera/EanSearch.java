package io.guidepost.devices.scanner.camera;

import io.guidepost.devices.scanner.camera.EanFit.Fitted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds one line of a region that a symbol of the EAN/UPC family fits, follows the symbol from
 * there to the lines beside, and lets all of them vote.
 */
final class EanSearch {
    /** Shares of the contrast that an edge must have: out of focus, narrow bars have little. */
    private static final double[] NOISE_SHARES = {0.18, 0.05};

    /** Places on a line that are tried bent, and those that are tried thoroughly. */
    private static final int MOST_BENT = 8;

    private static final int MOST_PLACES = 2;

    /** Lines tried before a region is given up; short symbols have narrow bars and more chances. */
    private static final int MOST_SEEDS = 9;

    /** A line so alike is followed at once; below the least it is not worth following. */
    private static final double GOOD_LIKENESS = 0.9;

    private static final double LEAST_LIKENESS = 0.8;

    /** Lines followed in each direction, and how many misses in a row end that. */
    private static final int MOST_STEPS = 11;

    private static final int MOST_MISSES = 2;
    private static final double LESS_LIKE = 0.12;

    private final GreyFrame frame;
    private final BarRegion region;
    private final Effort effort;

    EanSearch(GreyFrame frame, BarRegion region, Effort effort) {
        this.frame = frame;
        this.region = region;
        this.effort = effort;
    }

    /** A line that fits. */
    private record Seed(BarReader.Line line, Fitted fitted) {}

    /** The code of this shape that the lines agree on. */
    Optional<DecodedCode> read(EanShape shape, List<BarReader.Line> lines) {
        return seed(shape, lines).flatMap(seed -> follow(shape, seed).result());
    }

    private Optional<Seed> seed(EanShape shape, List<BarReader.Line> lines) {
        Optional<Seed> best = Optional.empty();
        for (BarReader.Line line : lines.subList(0, Math.min(lines.size(), MOST_SEEDS))) {
            for (Fitted fitted : fits(shape, line.values())) {
                if (best.isEmpty() || fitted.likeness() > best.get().fitted().likeness()) {
                    best = Optional.of(new Seed(line, fitted));
                }
            }
            if (effort.isOver()
                    || best.filter(b -> b.fitted().likeness() >= GOOD_LIKENESS).isPresent()) {
                break;
            }
        }
        return best.filter(b -> b.fitted().likeness() >= LEAST_LIKENESS);
    }

    private List<Fitted> fits(EanShape shape, ScanLine line) {
        EanFit fit = new EanFit(shape, line, effort);
        List<EanFit.Place> places = new ArrayList<>();
        for (double share : NOISE_SHARES) {
            Edges edges = Edges.of(line, share);
            for (EanPlaces.Place place : EanPlaces.of(shape, edges, line.density())) {
                places.add(fit.straight(place.from(), place.to()));
            }
        }
        Comparator<EanFit.Place> likeliest =
                Comparator.comparingDouble(EanFit.Place::likeness).reversed();
        return places.stream()
                .distinct()
                .sorted(likeliest)
                .limit(MOST_BENT)
                .map(fit::bent)
                .sorted(likeliest)
                .limit(MOST_PLACES)
                .flatMap(place -> fit.fit(place).stream())
                .toList();
    }

    private EanVote follow(EanShape shape, Seed seed) {
        EanVote vote = new EanVote(shape);
        double step = Math.max(1, region.height() / 40);
        vote.add(seed.fitted());
        for (int way = -1; way <= 1; way += 2) {
            EanFit.Place place = seed.fitted().place();
            ScanLine before = seed.line().values();
            int misses = 0;
            for (int i = 1; i <= MOST_STEPS && misses < MOST_MISSES && !effort.isOver(); i++) {
                Optional<ScanLine> line =
                        ScanLine.through(frame, region, seed.line().offset() + way * i * step, 1);
                if (line.isEmpty()) {
                    break;
                }
                Optional<Fitted> fitted = near(shape, line.get(), place, before);
                if (fitted.isPresent()
                        && fitted.get().likeness() > seed.fitted().likeness() - LESS_LIKE) {
                    vote.add(fitted.get());
                    if (vote.isHopeless()) {
                        return vote;
                    }
                    place = fitted.get().place();
                    before = line.get();
                    misses = 0;
                } else {
                    misses++;
                }
            }
        }
        return vote;
    }

    private Optional<Fitted> near(
            EanShape shape, ScanLine line, EanFit.Place place, ScanLine before) {
        return new EanFit(shape, line, effort)
                .near(
                        line.value(before.pixels(place.from())),
                        line.value(before.pixels(place.to())),
                        place.bend(),
                        place.skew());
    }
}
