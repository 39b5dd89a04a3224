package io.guidepost.devices.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words behind a command: {@code --option VALUE} in any place, the others in their order. */
final class Words {
    private final Deque<String> plain = new ArrayDeque<>();
    private final Map<String, String> options = new HashMap<>();

    /**
     * Takes the words apart.
     *
     * @param allowed the options there are, without dashes
     * @throws WrongUse on any other option and on one without a value
     */
    Words(List<String> words, Set<String> allowed) {
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            String word = left.pop();
            if (!word.startsWith("--")) {
                plain.add(word);
                continue;
            }
            if (!allowed.contains(word.substring(2))) {
                throw new WrongUse("There is no option " + word + " here.");
            }
            if (left.isEmpty()) {
                throw new WrongUse(word + " needs a value behind it.");
            }
            options.put(word.substring(2), left.pop());
        }
    }

    /**
     * The next plain word.
     *
     * @param what it is, for the person who left it out
     */
    String next(String what) {
        if (plain.isEmpty()) {
            throw new WrongUse("Name " + what + ".");
        }
        return plain.pop();
    }

    /** Whether no plain word is left. */
    boolean isEmpty() {
        return plain.isEmpty();
    }

    /** Refuses words that nobody has asked for. */
    void end() {
        if (!plain.isEmpty()) {
            throw new WrongUse("\"" + plain.peek() + "\" is one word too many.");
        }
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(options.get(option));
    }

    Optional<Path> path(String option) {
        return text(option).map(Path::of);
    }

    /** Whole seconds, 1 to a day. */
    Optional<Duration> seconds(String option) {
        return number(option, 1, 86_400).map(Duration::ofSeconds);
    }

    Optional<Integer> number(String option, int least, int most) {
        return text(option)
                .map(
                        value -> {
                            if (!value.matches("[0-9]{1,9}")
                                    || Integer.parseInt(value) < least
                                    || Integer.parseInt(value) > most) {
                                throw new WrongUse(
                                        "--"
                                                + option
                                                + " takes a number from "
                                                + least
                                                + " to "
                                                + most
                                                + ", not \""
                                                + value
                                                + "\".");
                            }
                            return Integer.parseInt(value);
                        });
    }
}
