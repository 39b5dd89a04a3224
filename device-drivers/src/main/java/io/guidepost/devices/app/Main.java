package io.guidepost.devices.app;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The devices' command line, for whoever sets a kiosk up: {@code devices COMMAND …}. Exit status: 0
 * it works, 1 a device does not, 2 the command cannot be carried out.
 */
public final class Main {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private static final String HELP =
            """
            devices COMMAND ...

              list                  how each device stands and what is known of it; exit status 0 when all work
              watch                 each change of a device, and what it counted, until Ctrl-C
                  --seconds N         ends by itself
              test WHAT             lets devices do their work, so that you see or hear it. WHAT is a device's name,
                                    scanner, printer, terminal, lamp, presence, ..., or all
                  --seconds N         how long scans and presence are shown, and the lamp is lit (default: 20)
              drivers [NAME]        which hardware can be set up, and the keys of one driver
              simulators            one simulator of each kind, until Ctrl-C; prints the settings that use them
                  --ports N           camera, printer, nexo, GPIO and ZVT on N to N + 4 (default: free ports)
                  --directory DIR     keeps the scanner's tty and the terminals' memory (default: a folder that goes away)
                  --sale-id ID        the kiosk's name at the terminal (default: kiosk-1)
              help                  this text

            list, watch and test take --file FILE with KEY=VALUE lines: the settings of a kiosk, or what simulators printed.
            Without it they use this machine's /etc/guidepost/kiosk.properties; where there is none, simulators of their own.
            A device serves one program at a time: end the kiosk before you list, watch or test its devices.\
            """;

    /** Held, because the logging package forgets loggers that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private Main() {}

    public static void main(String[] arguments) {
        // What drivers say for the log is said by the commands in words of their own.
        ROOT.setLevel(Level.OFF);
        System.exit(run(List.of(arguments), System.in, System.out, System.err));
    }

    private static int run(
            List<String> words, InputStream in, PrintStream out, PrintStream problems) {
        try {
            String command = words.isEmpty() ? "" : words.getFirst();
            List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
            return switch (command) {
                case "help", "--help" -> {
                    out.println(HELP);
                    yield 0;
                }
                case "simulators" -> new SimulatorsCommand(in, out).run(rest);
                case "drivers" -> new DriversCommand(out).run(rest);
                case "list" ->
                        new WatchCommand(out, Clock.system(ZoneId.systemDefault())).list(rest);
                case "watch" ->
                        new WatchCommand(out, Clock.system(ZoneId.systemDefault())).watch(rest);
                case "test" -> new TestCommand(out, Clock.system(ZoneId.systemDefault())).run(rest);
                default -> {
                    problems.println(HELP);
                    yield WRONG_USE;
                }
            };
        } catch (WrongUse e) {
            problems.println(e.getMessage());
            return WRONG_USE;
        } catch (Exception e) {
            problems.println("It did not work: " + e);
            return FAILED;
        }
    }
}
