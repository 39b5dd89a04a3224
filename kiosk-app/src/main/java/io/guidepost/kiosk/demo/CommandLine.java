package io.guidepost.kiosk.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of one of our commands: switches, options with a value, and the rest in order. */
public final class CommandLine {
    private final String command;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    private CommandLine(String command) {
        this.command = command;
    }

    /**
     * Reads arguments.
     *
     * @throws DemoException naming an option that is unknown or lacks its value
     */
    public static CommandLine parse(
            String command, List<String> arguments, Set<String> switches, Set<String> options) {
        CommandLine line = new CommandLine(command);
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (switches.contains(argument)) {
                line.values.put(argument, "");
            } else if (options.contains(argument)) {
                if (++i == arguments.size()) {
                    throw new DemoException(command + ": " + argument + " needs a value.");
                }
                line.values.put(argument, arguments.get(i));
            } else if (argument.startsWith("-")) {
                throw new DemoException(
                        command
                                + ": there is no option "
                                + argument
                                + "; ./guidepost help lists them.");
            } else {
                line.rest.add(argument);
            }
        }
        return line;
    }

    /** Whether a switch or option stood there. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** An option's value. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** An option's value as a port, 0 to 65535. */
    public int port(String name, int otherwise) {
        String text = values.getOrDefault(name, Integer.toString(otherwise));
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new DemoException(
                    command + ": " + name + " needs a port from 0 to 65535, not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    /** What is neither switch nor option. */
    public List<String> rest() {
        return List.copyOf(rest);
    }
}
