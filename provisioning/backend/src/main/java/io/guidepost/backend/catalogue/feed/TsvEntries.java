package io.guidepost.backend.catalogue.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads tab-separated values: a header with the columns' names, then one entry a line, in UTF-8,
 * with or without byte order mark, lines ended by LF or CRLF. Column names are taken without regard
 * to case, spaces read as underscores.
 */
final class TsvEntries {
    /** Characters of a line that are read; the rest of a longer one is passed over. */
    static final int MAX_LINE = 64 * 1024;

    private static final char REPLACEMENT = '\uFFFD';

    private final Set<String> needed;

    TsvEntries(Set<String> needed) {
        this.needed = needed;
    }

    void read(InputStream in, EntrySink sink) {
        try {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
            lines(reader, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lines(BufferedReader reader, EntrySink sink) throws IOException {
        StringBuilder line = new StringBuilder(1024);
        long number = 1;
        if (!next(reader, line)) {
            throw new FeedUnreadable(
                    new LineProblem(1, "", "the file is empty; its first line names the columns"));
        }
        List<String> columns = header(line);
        while (next(reader, line)) {
            number++;
            if (line.isEmpty()) {
                continue;
            }
            @Nullable LineProblem problem = problem(number, line);
            List<String> cells = problem == null ? cells(line) : List.of();
            if (problem == null && cells.size() != columns.size()) {
                problem =
                        new LineProblem(
                                number,
                                "",
                                "has "
                                        + cells.size()
                                        + " columns, the header has "
                                        + columns.size()
                                        + "; look for a missing or extra tab");
            }
            if (problem != null) {
                sink.problem(problem);
            } else {
                sink.entry(entry(number, columns, cells));
            }
        }
    }

    private List<String> header(StringBuilder line) {
        if (line.length() > 0 && line.charAt(0) == '\uFEFF') {
            line.deleteCharAt(0);
        }
        List<String> columns =
                cells(line).stream()
                        .map(c -> c.strip().toLowerCase(Locale.ROOT).replace(' ', '_'))
                        .toList();
        for (String name : needed) {
            if (!columns.contains(name)) {
                throw new FeedUnreadable(
                        new LineProblem(
                                1,
                                name,
                                "the header lacks this column; columns are split by tabs"));
            }
        }
        if (columns.size() > FeedEntry.MAX_FIELDS || Set.copyOf(columns).size() != columns.size()) {
            throw new FeedUnreadable(
                    new LineProblem(
                            1,
                            "",
                            "the header names a column twice, or more than "
                                    + FeedEntry.MAX_FIELDS));
        }
        return columns;
    }

    private static @Nullable LineProblem problem(long number, StringBuilder line) {
        if (line.length() > MAX_LINE) {
            return new LineProblem(
                    number, "", "is longer than " + MAX_LINE + " characters; shorten it");
        }
        return line.indexOf(String.valueOf(REPLACEMENT)) >= 0
                ? new LineProblem(number, "", "is not UTF-8; save the file in that encoding")
                : null;
    }

    private static FeedEntry entry(long number, List<String> columns, List<String> cells) {
        Map<String, String> fields = new LinkedHashMap<>();
        String tooLong = "";
        for (int i = 0; i < columns.size(); i++) {
            String value = cells.get(i).strip();
            if (value.length() > FeedEntry.MAX_FIELD) {
                tooLong = columns.get(i);
            } else if (!value.isEmpty()) {
                fields.put(columns.get(i), value);
            }
        }
        return new FeedEntry(number, fields, tooLong);
    }

    private static List<String> cells(StringBuilder line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        while (true) {
            int tab = line.indexOf("\t", from);
            String cell = tab < 0 ? line.substring(from) : line.substring(from, tab);
            cells.add(unquoted(cell));
            if (tab < 0) {
                return cells;
            }
            from = tab + 1;
        }
    }

    private static String unquoted(String cell) {
        boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    /** The next line without its end; characters beyond the limit are dropped but one. */
    private static boolean next(BufferedReader reader, StringBuilder line) throws IOException {
        line.setLength(0);
        int c = reader.read();
        if (c < 0) {
            return false;
        }
        while (c >= 0 && c != '\n') {
            if (line.length() <= MAX_LINE) {
                line.append((char) c);
            }
            c = reader.read();
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return true;
    }
}
