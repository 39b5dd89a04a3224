package io.guidepost.kiosk.demo;

import io.guidepost.devices.sim.SimulatedDevices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One kiosk with its devices: the program can die and come back, the devices stay. */
public final class KioskUnit implements AutoCloseable {
    private final String name;
    private final Installation installation;
    private final Path folder;
    private final Path log;
    private final SimulatedDevices devices;
    private final Map<String, String> enrolled;
    private volatile @Nullable KioskProcess process;

    /**
     * Switches the devices on; the program comes with {@link #start}.
     *
     * @param folder of this kiosk alone
     * @param log of the program
     * @param enrolled what the backend gave it
     */
    KioskUnit(
            String name,
            Installation installation,
            Path folder,
            Path log,
            Map<String, String> enrolled) {
        this.name = name;
        this.installation = installation;
        this.folder = folder;
        this.log = log;
        this.enrolled = Map.copyOf(enrolled);
        try {
            this.devices =
                    SimulatedDevices.start(
                            folder.resolve("devices"), SimulatedDevices.Ports.FREE, name);
        } catch (IOException e) {
            throw new DemoException(
                    "The simulated devices could not be started: " + e.getMessage(), e);
        }
    }

    /** The kiosk's id. */
    public String name() {
        return name;
    }

    /** Its devices. */
    public SimulatedDevices devices() {
        return devices;
    }

    /** Where it keeps its data. */
    public Path data() {
        return folder.resolve("data");
    }

    /** What the backend gave it, such as its group or the key of vouchers. */
    public String property(String key) {
        String value = enrolled.get(key);
        if (value == null) {
            throw new DemoException("The backend gave " + name + " no " + key + ".");
        }
        return value;
    }

    /** The running program. */
    public KioskProcess process() {
        return running()
                .orElseThrow(() -> new DemoException("The " + name + " has not been started."));
    }

    /** The program, where it was started. */
    public Optional<KioskProcess> running() {
        return Optional.ofNullable(process);
    }

    /** Its screen. */
    public KioskScreen screen() {
        return process().screen();
    }

    /**
     * Starts the program, again where it ended.
     *
     * @param window whether it may open a window
     * @param overrides properties that differ from what it was given
     */
    void start(boolean window, Map<String, String> overrides, Consumer<Child> spawned) {
        Map<String, String> properties = new LinkedHashMap<>(enrolled);
        properties.putAll(devices.config());
        properties.putAll(overrides);
        process =
                KioskProcess.start(
                        installation,
                        folder,
                        properties,
                        Ports.claim(0, "remote screen", "--no-window"),
                        window,
                        log,
                        spawned);
    }

    /** Ends the program; the devices stay. */
    public void stop() {
        running().ifPresent(KioskProcess::close);
    }

    @Override
    public void close() {
        stop();
        try {
            devices.close();
        } catch (IOException e) {
            throw new DemoException("A simulated device did not stop: " + e.getMessage(), e);
        }
    }
}
