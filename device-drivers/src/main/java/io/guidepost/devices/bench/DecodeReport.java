package io.guidepost.devices.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The figures of every decoder, per format and overall, as a table and as JSON. */
final class DecodeReport {
    private static final String ALL = "all";

    /** By decoder, then by format. */
    private final Map<String, Map<String, Tally>> tallies = new LinkedHashMap<>();

    private final Map<String, Double> others = new LinkedHashMap<>();

    /** Returns whether a text other than the expected one was read. */
    boolean add(String decoder, Picture picture, Answer answer) {
        Map<String, Tally> formats = tallies.computeIfAbsent(decoder, _ -> new TreeMap<>());
        formats.computeIfAbsent(picture.format(), _ -> new Tally()).add(picture, answer);
        return formats.computeIfAbsent(ALL, _ -> new Tally()).add(picture, answer);
    }

    /** A figure that belongs to no picture. */
    void add(String name, double value) {
        others.put(name, value);
    }

    /**
     * Names and numbers: {@code read_share}, {@code wrong_share}, {@code mean_ms}, {@code p95_ms},
     * {@code pictures}, {@code read}, {@code wrong}, {@code phantoms} for all pictures; the same
     * behind {@code ean13.} for one format; and behind {@code zbar.} for a peer.
     */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        tallies.forEach(
                (decoder, formats) -> {
                    String who = decoder.equals(OurDecoder.NAME) ? "" : decoder + ".";
                    put(figures, who, formats.getOrDefault(ALL, new Tally()));
                    formats.forEach(
                            (format, tally) -> {
                                if (!format.equals(ALL)) {
                                    put(figures, who + format + ".", tally);
                                }
                            });
                });
        figures.putAll(others);
        return figures;
    }

    private static void put(Map<String, Double> figures, String before, Tally tally) {
        tally.readShare().ifPresent(v -> figures.put(before + "read_share", v));
        figures.put(before + "wrong_share", tally.wrongShare());
        tally.mean().ifPresent(v -> figures.put(before + "mean_ms", v));
        tally.p95().ifPresent(v -> figures.put(before + "p95_ms", v));
        figures.put(before + "pictures", (double) tally.pictures());
        figures.put(before + "read", (double) tally.read());
        figures.put(before + "wrong", (double) tally.wrong());
        figures.put(before + "phantoms", (double) tally.phantoms());
    }

    String table() {
        StringBuilder table = new StringBuilder();
        table.append(
                "%-14s %-11s %8s %6s %7s %6s %7s %9s %9s%n"
                        .formatted(
                                "format",
                                "decoder",
                                "pictures",
                                "read",
                                "",
                                "wrong",
                                "",
                                "mean ms",
                                "p95 ms"));
        tallies.values().stream()
                .flatMap(m -> m.keySet().stream())
                .distinct()
                .sorted((a, b) -> Boolean.compare(a.equals(ALL), b.equals(ALL)))
                .forEach(format -> rows(table, format));
        return table.toString();
    }

    private void rows(StringBuilder table, String format) {
        tallies.forEach(
                (decoder, formats) -> {
                    Tally tally = formats.get(format);
                    if (tally != null) {
                        table.append(
                                "%-14s %-11s %8d %6d %7s %6d %7s %9s %9s%n"
                                        .formatted(
                                                format,
                                                decoder,
                                                tally.pictures(),
                                                tally.read(),
                                                percent(tally.readShare()),
                                                tally.wrong(),
                                                percent(OptionalDouble.of(tally.wrongShare())),
                                                number(tally.mean()),
                                                number(tally.p95())));
                    }
                });
    }

    private static String percent(OptionalDouble share) {
        return share.isEmpty() ? "–" : number(OptionalDouble.of(share.getAsDouble() * 100)) + " %";
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "–" : String.format(Locale.ROOT, "%.1f", value.getAsDouble());
    }
}
