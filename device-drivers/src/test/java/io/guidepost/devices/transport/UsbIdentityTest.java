package io.guidepost.devices.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.devices.DeviceIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a tree as the kernel lays it out. */
class UsbIdentityTest {
    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path root;

    @Test
    void namesTheUsbDeviceBehindATtyAndNotTheHub() throws Exception {
        Path hub = root.resolve("sys/devices/pci/usb1/1-1");
        Path scanner = hub.resolve("1-1.2");
        Path port = scanner.resolve("1-1.2:1.0");
        Files.createDirectories(port);
        Files.writeString(hub.resolve("idVendor"), "0424\n");
        Files.writeString(scanner.resolve("idVendor"), "05e0\n");
        Files.writeString(scanner.resolve("idProduct"), "1701\n");
        Files.writeString(scanner.resolve("manufacturer"), "Symbol Technologies\n");
        Files.writeString(scanner.resolve("serial"), "S123\n");
        Path tty = root.resolve("sys/class/tty/ttyACM0");
        Files.createDirectories(tty);
        Files.createSymbolicLink(tty.resolve("device"), port);
        Path file = Files.createFile(root.resolve("ttyACM0"));
        Path link = Files.createSymbolicLink(root.resolve("by-id"), file);
        assertThat(UsbIdentity.of(root.resolve("sys"), link))
                .isEqualTo(
                        new DeviceIdentity("Symbol Technologies", "1701", "S123", link.toString()));
    }

    @Test
    void knowsThePathOfAnythingElse() throws Exception {
        Files.createDirectories(root.resolve("sys/class/tty"));
        Path file = Files.createFile(root.resolve("ttyS0"));
        assertThat(UsbIdentity.of(root.resolve("sys"), file))
                .isEqualTo(DeviceIdentity.at(file.toString()));
        assertThat(UsbIdentity.of(root.resolve("sys"), root.resolve("none")))
                .isEqualTo(DeviceIdentity.at(root.resolve("none").toString()));
    }
}
