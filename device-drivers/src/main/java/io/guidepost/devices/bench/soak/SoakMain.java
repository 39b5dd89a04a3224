package io.guidepost.devices.bench.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./guidepost bench soak}: random faults on all simulated devices at once. Exit status: 0
 * all is well at the end, 1 it is not, 2 wrong use.
 */
public final class SoakMain {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final String USAGE =
            """
            bench soak [--minutes N | --seconds N] [--seed N] [--json FILE]

              Random faults on all simulated devices at once, 60 minutes unless told; then every device must be ready,
              every fault counted, and no thread, descriptor or memory left behind.
              --seed N      the same faults in the same order for each device
              --json FILE   also writes {"figures": {name: number}}\
            """;

    /** Held, because the logging package forgets loggers that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private SoakMain() {}

    public static void main(String[] arguments) throws Exception {
        // Faults are what this is about: the drivers' words on each would drown the result.
        ROOT.setLevel(Level.OFF);
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream problems)
            throws IOException, InterruptedException {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            boolean known = List.of("--minutes", "--seconds", "--seed", "--json").contains(name);
            if (!known || i + 1 == arguments.size()) {
                problems.println(USAGE);
                return WRONG_USE;
            }
            options.put(name, arguments.get(i + 1));
        }
        Duration time;
        long seed;
        try {
            time = time(options);
            seed = options.containsKey("--seed") ? Long.parseLong(options.get("--seed")) : 1;
        } catch (NumberFormatException e) {
            problems.println("--minutes, --seconds and --seed take a number.");
            return WRONG_USE;
        }
        Soak.Result result = new Soak(time, seed, line -> out.println("… " + line)).run();
        print(result, out);
        if (options.containsKey("--json")) {
            Files.writeString(
                    Path.of(options.get("--json")),
                    JsonMapper.shared().writeValueAsString(Map.of("figures", figures(result))));
        }
        return result.good() ? 0 : FAILED;
    }

    private static Duration time(Map<String, String> options) {
        if (options.containsKey("--seconds")) {
            return Duration.ofSeconds(Integer.parseInt(options.get("--seconds")));
        }
        return Duration.ofMinutes(Integer.parseInt(options.getOrDefault("--minutes", "60")));
    }

    private static void print(Soak.Result result, PrintStream out) {
        out.println();
        out.println(
                String.format(
                        Locale.ROOT, "%-12s %7s %7s %9s", "device", "faults", "work", "failures"));
        for (Torment torment : result.scores()) {
            Score score = torment.score();
            out.println(
                    String.format(
                            Locale.ROOT,
                            "%-12s %7d %7d %9d",
                            torment.device().id(),
                            score.faults(),
                            score.works(),
                            score.failureCount()));
            score.byFault()
                    .forEach(
                            (fault, times) ->
                                    out.println(
                                            String.format(
                                                    Locale.ROOT, "  %6d × %s", times, fault)));
            score.failures().forEach(failure -> out.println("  FAILED " + failure));
        }
        out.println("at first: " + result.before());
        out.println("at last:  " + result.after());
        result.notReady().forEach(device -> out.println("NOT READY " + device));
        if (!result.leak().isEmpty()) {
            out.println("GREW: " + result.leak());
        }
        out.println(
                result.good()
                        ? "All devices are ready, every fault was counted, nothing was left behind."
                        : "Not all is well.");
    }

    private static Map<String, Number> figures(Soak.Result result) {
        Map<String, Number> figures = new TreeMap<>();
        figures.put("faults", result.faults());
        figures.put("failures", result.failures());
        figures.put("not_ready", result.notReady().size());
        figures.put("threads_before", result.before().threads());
        figures.put("threads_after", result.after().threads());
        figures.put("descriptors_before", result.before().descriptors());
        figures.put("descriptors_after", result.after().descriptors());
        figures.put("heap_mb_before", result.before().heapBytes() / 1024 / 1024);
        figures.put("heap_mb_after", result.after().heapBytes() / 1024 / 1024);
        return figures;
    }
}
