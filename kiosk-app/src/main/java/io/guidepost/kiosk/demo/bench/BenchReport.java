package io.guidepost.kiosk.demo.bench;

import io.guidepost.contract.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as a table for the terminal, as Markdown, and as JSON. */
record BenchReport(List<Figure> figures) {
    BenchReport {
        figures = List.copyOf(figures);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        table.append(
                "%-52s %14s   %-26s %8s%n".formatted("", "Guidepost", "peer in this run", "ratio"));
        for (Figure figure : figures) {
            table.append(
                    "%-52s %14s   %-26s %8s%n"
                            .formatted(
                                    figure.what(),
                                    number(figure.value()) + " " + figure.unit(),
                                    peer(figure),
                                    ratio(figure)));
        }
        return table.toString();
    }

    /** A block for docs/benchmarks.md. */
    String markdown(String command) {
        StringBuilder block = new StringBuilder();
        block.append(
                """
                ```sh
                %s
                ```

                | | Guidepost | peer in the same run | ratio |
                |---|---|---|---|
                """
                        .formatted(command));
        for (Figure figure : figures) {
            block.append("| ")
                    .append(figure.what())
                    .append(" | ")
                    .append(number(figure.value()))
                    .append(' ')
                    .append(figure.unit())
                    .append(" | ")
                    .append(peer(figure))
                    .append(" | ")
                    .append(ratio(figure))
                    .append(" |\n");
        }
        return block.toString();
    }

    void writeJson(Path file) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Figure figure : figures) {
            numbers.put(figure.name(), figure.value());
            figure.peer().ifPresent(p -> numbers.put(figure.name() + ".peer", p));
        }
        try {
            Files.writeString(file, Json.writeText(Map.of("figures", numbers)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String peer(Figure figure) {
        return figure.peer().isEmpty()
                ? "–"
                : figure.peerName()
                        + " "
                        + number(figure.peer().getAsDouble())
                        + " "
                        + figure.unit();
    }

    private static String ratio(Figure figure) {
        return figure.ratio().isEmpty()
                ? "–"
                : String.format(Locale.ROOT, "%.2f", figure.ratio().getAsDouble());
    }

    private static String number(double value) {
        return String.format(
                Locale.ROOT, value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%,.0f", value);
    }
}
