package io.guidepost.contract.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All Application Identifiers, from the table {@code application-identifiers.txt}. */
final class ApplicationIdentifiers {
    private static final String TABLE = "application-identifiers.txt";

    private static final Map<String, ApplicationIdentifier> ALL = read();

    private ApplicationIdentifiers() {}

    static Optional<ApplicationIdentifier> of(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** The identifier at this place of a text; no identifier is the beginning of another. */
    static Optional<ApplicationIdentifier> at(String text, int start) {
        for (int end = start + 2; end <= Math.min(start + 4, text.length()); end++) {
            ApplicationIdentifier found = ALL.get(text.substring(start, end));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    static Collection<ApplicationIdentifier> all() {
        return ALL.values();
    }

    private static Map<String, ApplicationIdentifier> read() {
        Map<String, ApplicationIdentifier> all = new HashMap<>();
        try (InputStream in = ApplicationIdentifiers.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> add(all, line));
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
        return Map.copyOf(all);
    }

    private static void add(Map<String, ApplicationIdentifier> all, String line) {
        List<String> columns = split(line, ";");
        List<String> traits = words(column(columns, 2));
        String[] range = column(columns, 0).split("-", -1);
        int last = Integer.parseInt(range[range.length - 1]);
        for (int number = Integer.parseInt(range[0]); number <= last; number++) {
            String code = ("%0" + range[0].length() + "d").formatted(number);
            all.put(
                    code,
                    new ApplicationIdentifier(
                            code,
                            words(column(columns, 1)).stream().map(ValuePart::parse).toList(),
                            traits.contains("fixed"),
                            traits.contains("data"),
                            traits.contains("key"),
                            alternatives(column(columns, 3), "\\+"),
                            words(column(columns, 4)),
                            alternatives(column(columns, 5), ">")));
        }
    }

    private static String column(List<String> columns, int index) {
        return index < columns.size() ? columns.get(index) : "";
    }

    private static List<List<String>> alternatives(String text, String joint) {
        return split(text, "\\|").stream().map(one -> split(one, joint)).toList();
    }

    private static List<String> words(String text) {
        return split(text, " +");
    }

    private static List<String> split(String text, String at) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(at)).map(String::strip).toList();
    }
}
