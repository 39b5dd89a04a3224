package io.guidepost.kiosk.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line of the demo says.
 *
 * @param data folder that the demo may fill, and with {@code fresh} empty
 * @param fresh start over
 * @param consolePort 0 to 65535, 0 for any free one; so the other two
 * @param window whether a kiosk window is wanted where there is a display
 */
record DemoOptions(
        Path data, boolean fresh, int consolePort, int benchPort, int mqttPort, boolean window) {

    /**
     * Reads the arguments.
     *
     * @param environment for the default data folder
     * @throws DemoException naming the argument and what is right
     */
    static DemoOptions parse(List<String> arguments, Map<String, String> environment) {
        CommandLine line =
                CommandLine.parse(
                        "demo",
                        arguments,
                        Set.of("--fresh", "--no-window"),
                        Set.of("--data", "--console-port", "--bench-port", "--mqtt-port"));
        line.rest()
                .forEach(
                        word -> {
                            throw new DemoException("demo: takes no '" + word + "'.");
                        });
        return new DemoOptions(
                line.value("--data")
                        .map(Path::of)
                        .orElseGet(() -> defaultData(environment))
                        .toAbsolutePath()
                        .normalize(),
                line.has("--fresh"),
                line.port("--console-port", 8090),
                line.port("--bench-port", 8091),
                line.port("--mqtt-port", 1883),
                !line.has("--no-window"));
    }

    private static Path defaultData(Map<String, String> environment) {
        String home = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base =
                home.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".local", "share")
                        : Path.of(home);
        return base.resolve("guidepost").resolve("demo");
    }
}
