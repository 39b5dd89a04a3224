package io.guidepost.devices.transport;

import io.guidepost.devices.DeviceIdentity;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Says which USB device is behind a device file, as the kernel tells it in {@code /sys}. */
public final class UsbIdentity {
    /** A tty is an interface's, which is the device's; a hub's own device must not be reached. */
    private static final int MOST_STEPS = 4;

    private UsbIdentity() {}

    /**
     * The identity by the device's own descriptor; where there is none, only the path.
     *
     * @param sys usually {@code /sys}
     * @param file the device file or a link to it; the link's name is the path of the identity
     */
    public static DeviceIdentity of(Path sys, Path file) {
        DeviceIdentity unknown = DeviceIdentity.at(file.toString());
        try {
            String name = file.toRealPath().getFileName().toString();
            Optional<Path> usb = device(sys, name);
            return usb.map(
                            device ->
                                    new DeviceIdentity(
                                            named(device, "manufacturer", "idVendor"),
                                            named(device, "product", "idProduct"),
                                            text(device.resolve("serial")),
                                            file.toString()))
                    .orElse(unknown);
        } catch (IOException _) {
            // It was pulled just now.
            return unknown;
        }
    }

    private static Optional<Path> device(Path sys, String name) throws IOException {
        try (DirectoryStream<Path> classes = Files.newDirectoryStream(sys.resolve("class"))) {
            for (Path one : classes) {
                Path device = one.resolve(name).resolve("device");
                if (Files.exists(device)) {
                    return usb(device.toRealPath());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> usb(Path device) {
        Path at = device;
        for (int i = 0; i < MOST_STEPS && at != null; i++) {
            if (Files.exists(at.resolve("idVendor"))) {
                return Optional.of(at);
            }
            at = at.getParent();
        }
        return Optional.empty();
    }

    private static String named(Path device, String name, String number) {
        String text = text(device.resolve(name));
        return text.isEmpty() ? text(device.resolve(number)) : text;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
