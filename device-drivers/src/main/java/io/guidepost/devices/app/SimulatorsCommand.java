package io.guidepost.devices.app;

import io.guidepost.devices.sim.SimulatedDevices;
import io.guidepost.devices.sim.SimulatedDevices.Ports;
import io.guidepost.devices.sim.TerminalConsole;
import io.guidepost.devices.sim.Workshop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * {@code simulators}: one of each kind until the program is ended. Prints the configuration of a
 * kiosk that uses them, everything else behind a {@code #}, so that the output is a settings file.
 */
final class SimulatorsCommand {
    /** What a line begins with that is an order for the terminal and no code. */
    private static final String TERMINAL = "terminal ";

    private static final int MOST_PORT = 65_535 - 4;

    private final InputStream in;
    private final PrintStream out;

    SimulatorsCommand(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** Ends with the program. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        Words words = new Words(arguments, Set.of("directory", "ports", "sale-id"));
        words.end();
        int first = words.number("ports", 1024, MOST_PORT).orElse(0);
        Ports ports = first == 0 ? Ports.FREE : new Ports(first, first + 1, first + 2, first + 3);
        String saleId = words.text("sale-id").orElse("kiosk-1");
        if (saleId.isBlank() || saleId.length() > 40) {
            throw new WrongUse("--sale-id takes 1 to 40 characters.");
        }
        Workshop workshop =
                start(words.path("directory"), ports, first == 0 ? 0 : first + 4, saleId);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("simulators-end").unstarted(() -> end(workshop)));
        out.println("# The settings of a kiosk with these devices:");
        new TreeMap<>(workshop.config()).forEach((key, value) -> out.println(key + "=" + value));
        out.println("# The terminals approve by themselves. Type a code and Enter: it is scanned.");
        out.println("# Type \"terminal help\" to see what else the nexo terminal can do.");
        out.println("# Ctrl-C ends them all.");
        out.flush();
        doWhatIsTyped(workshop.devices());
        // Input that has ended, as under a supervisor, does not end the simulators.
        new CountDownLatch(1).await();
        return 0;
    }

    private static Workshop start(
            Optional<Path> directory, Ports ports, int zvtPort, String saleId) {
        try {
            return directory.isPresent()
                    ? Workshop.start(directory.get(), ports, zvtPort, saleId)
                    : Workshop.temporary(ports, zvtPort, saleId);
        } catch (IOException e) {
            throw new WrongUse("The simulators cannot start: " + e.getMessage());
        }
    }

    private void doWhatIsTyped(SimulatedDevices devices) throws IOException {
        TerminalConsole terminal = new TerminalConsole(devices.terminal());
        BufferedReader typed =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = typed.readLine(); line != null; line = typed.readLine()) {
            if (line.startsWith(TERMINAL)) {
                String said = ordered(terminal, line.substring(TERMINAL.length()));
                out.println("# " + said.replace("\n", "\n# "));
            } else if (!line.isBlank()) {
                devices.scanner().scan(line.strip());
                out.println("# scanned");
            }
        }
    }

    private static String ordered(TerminalConsole terminal, String order) {
        try {
            return terminal.order(order);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage()).strip();
        }
    }

    private static void end(Workshop workshop) {
        try {
            workshop.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
