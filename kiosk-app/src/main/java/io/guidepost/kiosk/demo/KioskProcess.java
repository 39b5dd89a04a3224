package io.guidepost.kiosk.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A kiosk as a process, and its screen as somebody who stands before it has it. */
public final class KioskProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Child child;
    private final KioskScreen screen;

    private KioskProcess(Child child, KioskScreen screen) {
        this.child = child;
        this.screen = screen;
    }

    /**
     * Starts it and waits until its screen can be seen.
     *
     * @param folder of this kiosk: its properties file and data
     * @param properties all of its configuration but the data folder and the remote screen
     * @param remotePort where its remote screen listens
     * @param window whether it may open a window; else it draws without a display
     * @param spawned is told of the process before it is ready
     */
    public static KioskProcess start(
            Installation installation,
            Path folder,
            Map<String, String> properties,
            int remotePort,
            boolean window,
            Path log,
            Consumer<Child> spawned) {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.put("remote-port", Integer.toString(remotePort));
        List<String> command = command(installation, folder, all, window);
        Child child = Child.start("kiosk", command, Map.of(), log);
        spawned.accept(child);
        KioskScreen screen = new KioskScreen(URI.create("http://127.0.0.1:" + remotePort + "/"));
        try {
            Wait.until(
                    "the kiosk's screen",
                    START_LIMIT,
                    () -> {
                        child.mustBeAlive();
                        return screen.answers();
                    });
        } catch (DemoException | ChildDied e) {
            child.close();
            throw e;
        }
        return new KioskProcess(child, screen);
    }

    /**
     * Writes the properties file and tells the command that starts a kiosk with it.
     *
     * @param folder of this kiosk: its properties file and data
     */
    public static List<String> command(
            Installation installation,
            Path folder,
            Map<String, String> properties,
            boolean window) {
        Path file = folder.resolve("kiosk.properties");
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.put("data", folder.resolve("data").toString());
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            // It holds the kiosk's secret.
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file,
                    all.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue().replace("\\", "\\\\"))
                            .collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new DemoException("The kiosk's properties cannot be written: " + file, e);
        }
        List<String> command = new ArrayList<>(installation.java("-Xmx384m"));
        // What the toolkit keeps of pictures it has drawn; on the heap where it draws in software.
        command.addAll(List.of("-Dprism.maxvram=128m", "-Dprism.targetvram=96m"));
        command.addAll(installation.kioskCache());
        if (!window) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(
                List.of(
                        "-cp",
                        installation.kioskClassPath(),
                        "io.guidepost.kiosk.app.Main",
                        "--settings",
                        file.toString()));
        return command;
    }

    public KioskScreen screen() {
        return screen;
    }

    /** The process. */
    public Child child() {
        return child;
    }

    @Override
    public void close() {
        child.close();
    }
}
