package io.guidepost.devices.app;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.Device;
import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.TamperSwitch;
import io.guidepost.devices.config.DeviceConfig;
import io.guidepost.devices.sim.CodePhoto;
import io.guidepost.devices.sim.SimulatedDevices.Ports;
import io.guidepost.devices.sim.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The devices that a command is about: those of the file that was named, else those of this
 * machine's kiosk, else simulators that live as long as the command, with somebody who handles
 * them.
 */
final class TryOut implements AutoCloseable {
    /** Names the settings of this machine's kiosk. */
    static final String INSTALLED = "guidepost.devices";

    private static final String CODE = "4006381333931";
    private static final String HID_CODE = "4012345678901";
    private static final String USUAL = "/etc/guidepost/kiosk.properties";

    private final DeviceConfig config;
    private final String about;
    private final @Nullable Workshop workshop;

    private TryOut(DeviceConfig config, String about, @Nullable Workshop workshop) {
        this.config = config;
        this.about = about;
        this.workshop = workshop;
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
            return new TryOut(DeviceFile.read(name), "The devices of " + name + ":", null);
        }
        try {
            Workshop workshop = Workshop.temporary(Ports.FREE, 0, "kiosk-1");
            return new TryOut(
                    Drivers.config(workshop.config()),
                    "No --file and no "
                            + installed
                            + ": these are simulators, which this command starts for itself.",
                    workshop);
        } catch (IOException e) {
            throw new WrongUse("The simulators cannot start: " + e.getMessage());
        }
    }

    /** Makes the devices without starting them. */
    DeviceSet make(Clock clock) {
        return DeviceSet.make(config, clock);
    }

    /** Which devices these are, for the person who asked. */
    String about() {
        return about;
    }

    /** Whether somebody other than the person before the screen handles the devices. */
    boolean handled() {
        return workshop != null;
    }

    /**
     * Does with a simulated device what a customer would: scans a code, steps up, opens the door.
     */
    void handle(Device device) throws IOException {
        Workshop hands = workshop;
        if (hands == null) {
            return;
        }
        switch (device) {
            case CodeScanner scanner -> scan(hands, scanner.id().name());
            case PresenceSensor _ -> hands.devices().setPresent(true);
            case TamperSwitch _ -> hands.setOpen(true);
            default -> {
                // Nobody has to do anything.
            }
        }
    }

    private static void scan(Workshop hands, String scanner) throws IOException {
        switch (scanner) {
            case "camera" ->
                    hands.devices()
                            .camera()
                            .showQr("https://guidepost.example/test", CodePhoto.BY_HAND);
            case "hid-scanner" -> hands.devices().hidScanner().scan(HID_CODE);
            default -> hands.devices().scanner().scan(CODE);
        }
    }

    @Override
    public void close() {
        if (workshop != null) {
            try {
                workshop.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
