package io.guidepost.kiosk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Settings as text by key: {@code --key value} or {@code --key=value} over the environment ({@code
 * GUIDEPOST_KEY}) over the files named by {@code --settings} (with commas; the last wins). Keys
 * that begin with the free prefix are left to whoever reads them; they have no place in the
 * environment. Collects problems instead of throwing.
 */
final class Settings {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,7})(ms|s|m|h)");

    private final Set<String> keys;
    private final String free;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    Settings(
            Set<String> keys,
            String free,
            List<String> arguments,
            Map<String, String> environment) {
        this.keys = keys;
        this.free = free;
        Map<String, String> named = named(arguments);
        String files = named.remove("settings");
        if (files == null) {
            files = environment.getOrDefault("GUIDEPOST_SETTINGS", "");
        }
        Stream.of(files.split(",")).filter(f -> !f.isBlank()).map(Path::of).forEach(this::fromFile);
        for (String key : keys) {
            String name =
                    "GUIDEPOST_" + key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
            if (environment.containsKey(name)) {
                values.put(key, environment.get(name));
            }
        }
        values.putAll(named);
    }

    private Map<String, String> named(List<String> arguments) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String key =
                    argument.startsWith("--")
                            ? argument.substring(2, equals < 0 ? argument.length() : equals)
                            : "";
            if (!known(key) && !key.equals("settings")) {
                problems.add(argument + ": no such setting");
            } else if (equals >= 0) {
                named.put(key, argument.substring(equals + 1));
            } else if (i + 1 == arguments.size()) {
                problems.add(argument + ": a value must follow");
            } else {
                named.put(key, arguments.get(++i));
            }
        }
        return named;
    }

    private boolean known(String key) {
        return keys.contains(key) || key.startsWith(free);
    }

    private void fromFile(Path file) {
        Properties read = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            read.load(in);
        } catch (IOException | IllegalArgumentException e) {
            problems.add("settings: cannot read " + file);
        }
        for (String key : read.stringPropertyNames()) {
            if (known(key)) {
                values.put(key, read.getProperty(key));
            } else {
                problems.add("settings: " + file + " has the unknown key '" + key + "'");
            }
        }
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /** A value; where its text is not right, the default and a problem noted. */
    <T> T value(String key, Function<String, T> parse, T otherwise) {
        return optional(key, parse).orElse(otherwise);
    }

    <T> Optional<T> optional(String key, Function<String, T> parse) {
        try {
            return text(key).map(parse);
        } catch (RuntimeException e) {
            problems.add(key + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    int number(String key, int least, int most, int otherwise) {
        return value(key, text -> number(text, least, most), otherwise);
    }

    static int number(String text, int least, int most) {
        if (!text.matches("[0-9]{1,9}")
                || Integer.parseInt(text) < least
                || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    /** A time such as {@code 250ms}, {@code 90s} or {@code 5m}. */
    Duration time(String key, Duration least, Duration otherwise) {
        return value(
                key,
                text -> {
                    Matcher m = DURATION.matcher(text);
                    if (!m.matches()) {
                        throw new IllegalArgumentException(
                                "'" + text + "' is not a time such as 250ms, 90s or 5m");
                    }
                    long n = Long.parseLong(m.group(1));
                    Duration time =
                            switch (m.group(2)) {
                                case "ms" -> Duration.ofMillis(n);
                                case "s" -> Duration.ofSeconds(n);
                                case "m" -> Duration.ofMinutes(n);
                                default -> Duration.ofHours(n);
                            };
                    if (time.compareTo(least) < 0) {
                        throw new IllegalArgumentException(
                                "'" + text + "' is shorter than " + least.toMillis() + "ms");
                    }
                    return time;
                },
                otherwise);
    }

    /** What is set with the free prefix. */
    Map<String, String> free() {
        Map<String, String> found = new HashMap<>(values);
        found.keySet().removeIf(key -> !key.startsWith(free));
        return found;
    }

    void problem(String text) {
        problems.add(text);
    }

    List<String> problems() {
        return problems;
    }
}
