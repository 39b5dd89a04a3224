package io.guidepost.devices.scanner.evdev;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds a scanner's event device anew for each opening, as its number changes with each plugging
 * in. Reads what the kernel tells in {@code /sys/class/input}.
 */
final class EvdevFinder {
    /** Digits and Enter, without which nothing is a scanner's keyboard: bits of the lowest word. */
    private static final long DIGITS_AND_ENTER = 0x3ffL << 2 | 1L << Keys.ENTER;

    private static final int FILE_TYPE = 0xf000;
    private static final int SOCKET = 0xc000;
    private static final String EVENT = "event";

    private final EvdevAddress address;
    private final Path dev;
    private final Path sys;

    /**
     * @param dev usually {@code /dev}
     * @param sys usually {@code /sys}
     */
    EvdevFinder(EvdevAddress address, Path dev, Path sys) {
        this.address = address;
        this.dev = dev;
        this.sys = sys;
    }

    /** The device's file; fails when it is not plugged in. */
    Path find() throws IOException {
        return switch (address) {
            case EvdevAddress.File(Path path) -> path.toRealPath();
            case EvdevAddress.Usb usb -> find(usb);
        };
    }

    /** Opens it, be it the kernel's or a simulator's. */
    static EvdevNode open(Path path) throws IOException {
        int mode = (int) Files.getAttribute(path, "unix:mode");
        return (mode & FILE_TYPE) == SOCKET ? EventSocket.open(path) : EventFile.open(path);
    }

    private Path find(EvdevAddress.Usb usb) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(sys.resolve("class/input"), EVENT + "*")) {
            for (Path one : all) {
                String number = one.getFileName().toString().substring(EVENT.length());
                if (number.matches("[0-9]{1,6}") && matches(usb, one.resolve("device"))) {
                    numbers.add(Integer.parseInt(number));
                }
            }
        }
        return numbers.stream()
                .min(Comparator.naturalOrder())
                .map(n -> dev.resolve("input").resolve(EVENT + n))
                .orElseThrow(() -> new NoSuchFileException("no keyboard with " + usb));
    }

    private static boolean matches(EvdevAddress.Usb usb, Path device) {
        return hex(device.resolve("id/vendor")).equals(Optional.of((long) usb.vendor()))
                && hex(device.resolve("id/product")).equals(Optional.of((long) usb.product()))
                && usb.serial()
                        .map(s -> text(device.resolve("uniq")).equals(Optional.of(s)))
                        .orElse(true)
                && typesDigits(device.resolve("capabilities/key"));
    }

    /** A scanner may have other event devices beside its keyboard, such as a power button. */
    private static boolean typesDigits(Path capabilities) {
        return text(capabilities)
                .map(words -> words.substring(words.lastIndexOf(' ') + 1))
                .flatMap(EvdevFinder::parsed)
                .map(lowest -> (lowest & DIGITS_AND_ENTER) == DIGITS_AND_ENTER)
                .orElse(false);
    }

    private static Optional<Long> hex(Path file) {
        return text(file).flatMap(EvdevFinder::parsed);
    }

    private static Optional<Long> parsed(String text) {
        try {
            return Optional.of(Long.parseUnsignedLong(text, 16));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** What a file of the kernel says; it may vanish at any time. */
    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
