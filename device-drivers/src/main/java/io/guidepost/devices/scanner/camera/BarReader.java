package io.guidepost.devices.scanner.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads bar codes from a region by many lines across its bars: first line by line, which is quick
 * and needs equal reads, then by laying EAN and UPC symbols over the lines, which also works where
 * bars are out of focus or partly hidden.
 */
final class BarReader {
    private static final int MOST_LINES = 15;

    /** Lines with fewer edges show no code; the shortest, UPC-E, has 34 when nothing is lost. */
    private static final int FEWEST_EDGES = 14;

    private static final double LEAST_SHARE = 0.08;

    /** Tries of a symbol on one picture, a few microseconds each. */
    private static final int MOST_TRIES = 8_000;

    private final LineReaders others = new LineReaders();

    /** A line and how far it lies from the region's middle, along the bars, pixels. */
    record Line(double offset, ScanLine values) {}

    /** The code in one of these regions: a quick look at each, then a thorough one. */
    Optional<DecodedCode> glance(GreyFrame frame, List<BarRegion> regions, Deadline deadline) {
        for (BarRegion region : regions) {
            Optional<DecodedCode> code = others.read(lines(frame, region), deadline);
            if (code.isPresent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    /** The code in one of these regions by laying symbols over their lines. */
    Optional<DecodedCode> search(GreyFrame frame, List<BarRegion> regions, Deadline deadline) {
        Effort effort = new Effort(MOST_TRIES, deadline);
        for (EanShape shape : EanShape.values()) {
            for (BarRegion region : waysUp(shape, regions)) {
                if (effort.isOver()) {
                    return Optional.empty();
                }
                Optional<DecodedCode> code =
                        new EanSearch(frame, region, effort).read(shape, lines(frame, region));
                if (code.isPresent()) {
                    return code;
                }
            }
        }
        return Optional.empty();
    }

    /** UPC-E differs at its ends, so it is also sought from the other one. */
    private static List<BarRegion> waysUp(EanShape shape, List<BarRegion> regions) {
        return switch (shape) {
            case EAN_13, EAN_8 -> regions;
            case UPC_E ->
                    regions.stream()
                            .flatMap(region -> Stream.of(region, region.turnedAbout()))
                            .toList();
        };
    }

    /** From the middle outwards, above and below in turn. */
    private static List<Line> lines(GreyFrame frame, BarRegion region) {
        double reach = region.height() * 0.8;
        int count = (int) Math.clamp(reach / 3, 3, MOST_LINES);
        int beside = (int) Math.clamp(reach / count / 2, 0, 3);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double offset = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1) * reach / count;
            ScanLine.through(frame, region, offset, beside)
                    .filter(line -> Edges.of(line, LEAST_SHARE).count() >= FEWEST_EDGES)
                    .ifPresent(line -> lines.add(new Line(offset, line)));
        }
        return lines;
    }
}
