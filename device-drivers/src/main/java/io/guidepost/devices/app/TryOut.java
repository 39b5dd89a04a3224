package io.guidepost.devices.app;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.Device;
import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.config.DeviceConfig;
import io.guidepost.devices.sim.CodePhoto;
import io.guidepost.devices.sim.SimulatedDevices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The devices that a command is about: those of the file that was named, else those of this
 * machine's kiosk, else simulators that live as long as the command, with somebody who handles
 * them.
 */
final class TryOut implements AutoCloseable {
    /** Names the settings of this machine's kiosk. */
    static final String INSTALLED = "guidepost.devices";

    private static final String USUAL = "/etc/guidepost/kiosk.properties";

    private final DeviceConfig config;
    private final String about;
    private final @Nullable SimulatedDevices simulated;
    private final @Nullable Path directory;

    private TryOut(
            DeviceConfig config,
            String about,
            @Nullable SimulatedDevices simulated,
            @Nullable Path directory) {
        this.config = config;
        this.about = about;
        this.simulated = simulated;
        this.directory = directory;
    }

    /**
     * Finds the devices.
     *
     * @param file the file that was named
     * @throws WrongUse when it cannot be read or has problems
     */
    static TryOut of(Optional<String> file) {
        String installed = System.getProperty(INSTALLED, USUAL);
        if (file.isPresent() || Files.isReadable(Path.of(installed))) {
            String name = file.orElse(installed);
            return new TryOut(DeviceFile.read(name), "The devices of " + name + ":", null, null);
        }
        try {
            Path directory = Files.createTempDirectory("guidepost-devices");
            SimulatedDevices simulated =
                    SimulatedDevices.start(directory, SimulatedDevices.Ports.FREE, "kiosk-1");
            return new TryOut(
                    Drivers.config(simulated.config()),
                    "No --file and no "
                            + installed
                            + ": these are simulators, which this command starts for itself.",
                    simulated,
                    directory);
        } catch (IOException e) {
            throw new WrongUse("The simulators cannot start: " + e.getMessage());
        }
    }

    DeviceConfig config() {
        return config;
    }

    /** Which devices these are, for the person who asked. */
    String about() {
        return about;
    }

    /** Whether somebody other than the person before the screen handles the devices. */
    boolean handled() {
        return simulated != null;
    }

    /** Does with a simulated device what a customer would: scans a code, steps up and away. */
    void handle(Device device) throws IOException {
        SimulatedDevices hands = simulated;
        if (hands == null) {
            return;
        }
        if (device instanceof CodeScanner && device.id().name().equals("camera")) {
            hands.camera().showQr("https://guidepost.example/test", CodePhoto.BY_HAND);
        } else if (device instanceof CodeScanner && device.id().name().equals("hid-scanner")) {
            hands.hidScanner().scan("4012345678901");
        } else if (device instanceof CodeScanner) {
            hands.scanner().scan("4006381333931");
        } else if (device instanceof PresenceSensor) {
            hands.setPresent(true);
        }
    }

    @Override
    public void close() {
        if (simulated != null && directory != null) {
            try (simulated) {
                // Closed before its files go.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                delete(directory);
            }
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
