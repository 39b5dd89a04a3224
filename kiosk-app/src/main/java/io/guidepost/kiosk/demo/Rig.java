package io.guidepost.kiosk.demo;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on this machine: a backend and kiosks as processes, their simulated devices
 * here. For one thread at a time, but {@link #close} may come from any.
 */
public final class Rig implements AutoCloseable {
    /** The store group of the sample mall that our kiosks stand in, and the region of its shops. */
    private static final String GROUP = SampleMall.REGION;

    private static final String STORE = "berlin-mitte";
    private static final String BACKEND = "backend";

    private final Installation installation;
    private final RigPlan plan;
    private final Progress progress;
    private final Leftovers leftovers;
    private final List<KioskUnit> kiosks = new CopyOnWriteArrayList<>();
    private final Deque<Child> children = new ConcurrentLinkedDeque<>();
    private volatile @Nullable BackendProcess backend;
    private volatile boolean closed;

    /** Nothing runs yet. */
    public Rig(Installation installation, RigPlan plan, Progress progress) {
        this.installation = installation;
        this.plan = plan;
        this.progress = progress;
        this.leftovers = new Leftovers(plan.data().resolve("processes"));
    }

    /** Ends what an earlier run that was killed left running in the same data folder. */
    public void clearLeftovers() {
        leftovers.end();
    }

    /** Starts the backend, again where it ended; with the same data. */
    public BackendProcess startBackend() {
        mustBeOpen();
        boolean first = !Files.exists(plan.data().resolve(BACKEND));
        progress.say(
                first
                        ? "Backend: first start, making the sample mall …"
                        : "Backend: starting with the data of last time …");
        BackendProcess started =
                BackendProcess.start(
                        installation,
                        plan.data().resolve(BACKEND),
                        plan.consolePort(),
                        Stream.concat(plan.broker().stream(), Stream.of("--group", GROUP)).toList(),
                        log(BACKEND),
                        this::spawned);
        backend = started;
        progress.say("Backend: ready at " + plan.console());
        return started;
    }

    /** The backend that was started last. */
    public BackendProcess backend() {
        BackendProcess started = backend;
        if (started == null) {
            throw new DemoException("The backend has not been started.");
        }
        return started;
    }

    /**
     * Takes a kiosk in at the backend where that has not been done, and switches its devices on.
     */
    public KioskUnit kiosk(String name) {
        mustBeOpen();
        Path folder = plan.data().resolve(name);
        KioskUnit unit =
                new KioskUnit(name, installation, folder, log(name), enrolled(name, folder));
        kiosks.add(unit);
        return unit;
    }

    /** Starts a kiosk's program. */
    public void start(KioskUnit unit, Map<String, String> overrides) {
        mustBeOpen();
        progress.say("Kiosk " + unit.name() + ": starting …");
        unit.start(plan.window(), overrides, this::spawned);
        progress.say("Kiosk " + unit.name() + ": on screen");
    }

    private Map<String, String> enrolled(String name, Path folder) {
        Path file = folder.resolve("enrolled.properties");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                String lines = backend().console().enrol(name, GROUP, STORE);
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, lines);
            }
            Properties read = new Properties();
            read.load(new StringReader(Files.readString(file)));
            Map<String, String> properties = new LinkedHashMap<>();
            read.stringPropertyNames().forEach(k -> properties.put(k, read.getProperty(k)));
            properties.put("region", GROUP);
            return properties;
        } catch (IOException e) {
            throw new DemoException("The kiosk's properties are unusable: " + file, e);
        }
    }

    private Path log(String name) {
        return plan.data().resolve("log").resolve(name + ".log");
    }

    /** Known from the moment it runs, so that it can be stopped before it is ready. */
    private void spawned(Child child) {
        children.push(child);
        leftovers.note(child.pid());
        if (closed) {
            child.kill();
        }
    }

    private void mustBeOpen() {
        if (closed) {
            throw new DemoException("Stopped.");
        }
    }

    /** Whether it has been told to stop. */
    boolean closed() {
        return closed;
    }

    /** Stops everything, the newest program first, each with a time limit. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            children.stream()
                    .filter(c -> !c.name().equals(BACKEND))
                    .parallel()
                    .forEach(Child::close);
            children.forEach(Child::close);
        } finally {
            kiosks.forEach(KioskUnit::close);
            leftovers.forget();
        }
    }
}
