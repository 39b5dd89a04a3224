package io.guidepost.devices.app;

import io.guidepost.devices.config.DeviceConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;

/** The devices that a settings file names: a kiosk's own, or what the simulators print. */
final class DeviceFile {
    private DeviceFile() {}

    /**
     * Reads {@code KEY=VALUE} lines; keys of other things than devices are left alone.
     *
     * @throws WrongUse with every problem at once
     */
    static DeviceConfig read(String name) {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(name))) {
            lines.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongUse("The file " + name + " cannot be read: " + reason(e));
        }
        try {
            return Drivers.config(
                    lines.stringPropertyNames().stream()
                            .collect(Collectors.toMap(key -> key, lines::getProperty)));
        } catch (DeviceConfig.InvalidException e) {
            throw new WrongUse("In " + name + ":\n" + e.getMessage());
        }
    }

    private static String reason(Exception e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "there is none.";
            case java.nio.file.AccessDeniedException _ -> "this user may not.";
            case InvalidPathException _ -> "that is no name of a file.";
            default -> String.valueOf(e.getMessage());
        };
    }
}
