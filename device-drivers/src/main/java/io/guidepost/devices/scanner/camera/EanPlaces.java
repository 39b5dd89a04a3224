package io.guidepost.devices.scanner.camera;

import java.util.ArrayList;
import java.util.List;

/** Where on a line a symbol of the EAN/UPC family may begin and end: guards with quiet beside. */
final class EanPlaces {
    /** Modules of quiet before and behind a symbol; seven and more are prescribed, not kept. */
    private static final double QUIET = 4.2;

    private static final double LEAST_MODULE = 0.7;

    private EanPlaces() {}

    /** Begin and end in values of the line. */
    record Place(double from, double to) {}

    static List<Place> of(EanShape shape, Edges edges, double density) {
        List<Place> places = new ArrayList<>();
        // Blur swallows edges, noise adds some.
        int fewest = shape.edges() * 45 / 100;
        int most = shape.edges() + 12;
        for (int i = 0; i < edges.count(); i += 2) {
            double before = edges.at(i) - edges.at(i - 1);
            for (int j = i + fewest - 1 | 1; j < Math.min(edges.count(), i + most); j += 2) {
                double from = edges.at(i);
                double to = edges.at(j);
                double module = (to - from) / shape.modules();
                if (module >= LEAST_MODULE * density
                        && before >= QUIET * module
                        && edges.at(j + 1) - to >= QUIET * module
                        && edges.at(i + 1) - from <= 4 * module
                        && to - edges.at(j - 1) <= 4 * module) {
                    places.add(new Place(from, to));
                }
            }
        }
        return places;
    }
}
