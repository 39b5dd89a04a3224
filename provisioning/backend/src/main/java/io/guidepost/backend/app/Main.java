package io.guidepost.backend.app;

import io.guidepost.backend.broker.BrokerUnusable;
import io.guidepost.backend.catalogue.CatalogueTables;
import io.guidepost.backend.store.DatabaseUnusable;
import io.guidepost.backend.web.WebUnusable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The backend's command line: {@code backend COMMAND [--setting value …] [argument …]}. */
public final class Main {
    private static final int WRONG_USE = 2;

    private Main() {}

    /**
     * The commands in the order of the help text. Each knows what it needs and opens the database
     * itself, so that {@code help} needs nothing.
     */
    private static SequencedMap<String, Command> commands() {
        SequencedMap<String, Command> commands = new LinkedHashMap<>();
        commands.put("serve", new ServeCommand(CatalogueTables::new));
        commands.put("import", new ImportCommand(CatalogueTables::new));
        commands.put("sample-mall", new SampleMallCommand());
        return commands;
    }

    public static void main(String[] arguments) {
        // The embedded broker's jar brings a logging configuration of its own.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "io/guidepost/backend/app/logback.xml");
        }
        System.exit(run(Arrays.asList(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> environment) {
        SequencedMap<String, Command> commands = commands();
        Command command = arguments.isEmpty() ? null : commands.get(arguments.getFirst());
        if (command == null) {
            boolean asked = !arguments.isEmpty() && arguments.getFirst().equals("help");
            printHelp(commands);
            return asked ? 0 : WRONG_USE;
        }
        try {
            SettingsReader.Read read =
                    SettingsReader.read(arguments.subList(1, arguments.size()), environment);
            return command.run(read.settings(), read.rest());
        } catch (BadSettings | DatabaseUnusable | BrokerUnusable | WebUnusable e) {
            System.err.println(e.getMessage());
            return WRONG_USE;
        }
    }

    private static void printHelp(SequencedMap<String, Command> commands) {
        System.out.println("backend COMMAND [--setting value ...] [argument ...]");
        commands.forEach((name, command) -> System.out.println("  " + name + " " + command.help()));
    }
}
