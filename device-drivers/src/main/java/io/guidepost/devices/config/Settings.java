package io.guidepost.devices.config;

import io.guidepost.devices.transport.LineAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One device's settings: reads single values and gathers what is wrong with them. Not thread-safe.
 */
public final class Settings {
    private final String prefix;
    private final Map<String, String> values;
    private final List<String> problems;

    /**
     * The settings of one device.
     *
     * @param prefix what stands before its keys in the file, for the problems
     * @param values by key without prefix
     * @param problems where problems go
     */
    Settings(String prefix, Map<String, String> values, List<String> problems) {
        this.prefix = prefix;
        this.values = values;
        this.problems = problems;
    }

    /** Notes what is wrong with a key, for example {@code must be …}. */
    public void problem(String key, String what) {
        problems.add(prefix + key + " " + what);
    }

    /** The value, if it is there and not empty. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /** A value that must be there, 1 to this many characters. */
    public String needed(String key, int most) {
        String value = text(key).orElse("");
        if (value.isEmpty() || value.length() > most) {
            problem(key, "must have 1 to " + most + " characters");
            return "";
        }
        return value;
    }

    /** A number between limits, or the usual one. */
    public int number(String key, int least, int most, int usual) {
        return number(key, least, most).orElse(usual);
    }

    /** A number between limits, if there is one. */
    public Optional<Integer> number(String key, int least, int most) {
        return value(
                key,
                value -> {
                    if (!value.matches("[0-9]{1,9}")
                            || Integer.parseInt(value) < least
                            || Integer.parseInt(value) > most) {
                        throw new IllegalArgumentException(
                                "must be a number from " + least + " to " + most);
                    }
                    return Integer.parseInt(value);
                });
    }

    /** A number that must be there. */
    public int neededNumber(String key, int least, int most) {
        if (text(key).isEmpty()) {
            problem(key, "is missing: a number from " + least + " to " + most);
        }
        return number(key, least, most, least);
    }

    /** A time in milliseconds between limits, or the usual one. */
    public Duration millis(String key, int least, int most, int usual) {
        return Duration.ofMillis(number(key, least, most, usual));
    }

    /** One of these words, or the usual one. */
    public String choice(String key, List<String> words, String usual) {
        return value(
                        key,
                        value -> {
                            if (!words.contains(value)) {
                                throw new IllegalArgumentException(
                                        "must be one of " + String.join(", ", words));
                            }
                            return value;
                        })
                .orElse(usual);
    }

    /** {@code yes} or {@code no}. */
    public boolean yes(String key, boolean usual) {
        return choice(key, List.of("yes", "no"), usual ? "yes" : "no").equals("yes");
    }

    /** A file's name, if there is one. */
    public Optional<Path> path(String key) {
        return value(
                key,
                value -> {
                    try {
                        return Path.of(value);
                    } catch (InvalidPathException e) {
                        throw new IllegalArgumentException("must be the name of a file", e);
                    }
                });
    }

    /**
     * The line to the device, which must be there.
     *
     * @param allowed the kinds of line the driver can use
     */
    public LineAddress line(String key, List<LineAddress.Scheme> allowed) {
        if (text(key).isEmpty()) {
            problem(key, "is missing: " + LineAddress.forms(allowed));
        }
        return value(key, value -> LineAddress.parse(value, allowed)).orElse(LineAddress.NONE);
    }

    /**
     * A value read by a function that refuses with an {@link IllegalArgumentException}, whose
     * message says what the value must be.
     */
    public <T> Optional<T> value(String key, Function<String, T> reader) {
        Optional<String> text = text(key);
        try {
            return text.map(reader);
        } catch (IllegalArgumentException e) {
            problem(key, e.getMessage() + ", not \"" + text.orElse("") + "\"");
            return Optional.empty();
        }
    }
}
