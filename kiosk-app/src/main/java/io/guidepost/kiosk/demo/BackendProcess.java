package io.guidepost.kiosk.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The backend as a process, and what it can be asked as its console would. */
public final class BackendProcess implements AutoCloseable {
    /** Making the sample mall takes a while on a small machine. */
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Child child;
    private final Console console;

    private BackendProcess(Child child, Console console) {
        this.child = child;
        this.console = console;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param data its data folder
     * @param settings further settings of its command line
     * @param spawned is told of the process before it is ready
     * @throws DemoException with the end of its log where it does not come up
     */
    public static BackendProcess start(
            Installation installation,
            Path data,
            int httpPort,
            List<String> settings,
            Path log,
            Consumer<Child> spawned) {
        List<String> command = new ArrayList<>(installation.java("-Xmx768m"));
        command.addAll(
                List.of(
                        "-cp",
                        installation.backendClassPath(),
                        "io.guidepost.backend.app.Main",
                        "serve",
                        "--sample-mall",
                        "--data",
                        data.toString(),
                        "--http-port",
                        Integer.toString(httpPort)));
        command.addAll(settings);
        Child child = Child.start("backend", command, Map.of(), log);
        spawned.accept(child);
        URI address = URI.create("http://127.0.0.1:" + httpPort + "/");
        try {
            Wait.until(
                    "the backend to answer at " + address,
                    START_LIMIT,
                    () -> {
                        child.mustBeAlive();
                        return Files.exists(data.resolve("console.token"))
                                && new Console(address, token(data)).answers();
                    });
        } catch (DemoException | ChildDied e) {
            child.close();
            throw e;
        }
        return new BackendProcess(child, new Console(address, token(data)));
    }

    /** The console's side of it. */
    public Console console() {
        return console;
    }

    /** The process. */
    public Child child() {
        return child;
    }

    @Override
    public void close() {
        child.close();
    }

    private static String token(Path data) {
        try {
            return Files.readString(data.resolve("console.token")).strip();
        } catch (IOException e) {
            throw new DemoException("The console's token cannot be read: " + e.getMessage(), e);
        }
    }
}
