package io.guidepost.backend.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a command's own part of the command line says. */
final class Options {
    private final Map<String, String> values = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    /**
     * Reads a command's arguments.
     *
     * @param flags options without a value
     * @param valued options with one
     * @throws BadSettings for any other option
     */
    Options(List<String> arguments, Set<String> flags, Set<String> valued) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                rest.add(argument);
            } else if (flags.contains(argument)) {
                values.put(argument, "");
            } else if (!valued.contains(argument)) {
                problems.add(argument + ": is not known here");
            } else if (i + 1 == arguments.size()) {
                problems.add(argument + ": a value must follow");
            } else {
                values.put(argument, arguments.get(++i));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    long number(String option, long otherwise) {
        try {
            return value(option).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new BadSettings(List.of(option + ": needs a whole number"));
        }
    }

    double share(String option, double otherwise) {
        try {
            double share = value(option).map(Double::parseDouble).orElse(otherwise);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BadSettings(List.of(option + ": needs a number from 0 to 1"));
    }

    List<String> rest() {
        return List.copyOf(rest);
    }
}
