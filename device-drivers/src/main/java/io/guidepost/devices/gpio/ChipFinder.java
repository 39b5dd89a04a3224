package io.guidepost.devices.gpio;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the GPIO chip whose lines are on the Pi's 40-pin header by its label, the name of the pin
 * controller. The number says nothing: on a Pi 5 it is {@code gpiochip4} with one kernel and {@code
 * gpiochip0} with the next.
 *
 * <p>The label is read from {@code sys/class/gpio}, which needs no permission, in the old form
 * ({@code gpiochip571} with a link to its device) and the new one ({@code chip0}); where the kernel
 * does not offer that, the character device is asked.
 */
final class ChipFinder {
    /** Pi 5, Pi 4 and its kin, Pi 3 and older. */
    private static final List<String> HEADERS =
            List.of("pinctrl-rp1", "pinctrl-bcm2711", "pinctrl-bcm2835");

    private final Path dev;
    private final Path sys;

    /**
     * A finder below these roots.
     *
     * @param dev usually {@code /dev}
     * @param sys usually {@code /sys}
     */
    ChipFinder(Path dev, Path sys) {
        this.dev = dev;
        this.sys = sys;
    }

    /**
     * The name of the chip, such as {@code gpiochip0}.
     *
     * @param wanted its name or its label; empty: the one of the header
     * @throws IOException when there is none; its message tells which there are
     */
    String find(String wanted) throws IOException {
        Map<String, String> chips = chips();
        List<String> labels = wanted.isEmpty() ? HEADERS : List.of(wanted);
        if (chips.containsKey(wanted)) {
            return wanted;
        }
        for (String label : labels) {
            for (Map.Entry<String, String> chip : chips.entrySet()) {
                if (chip.getValue().equals(label)) {
                    return chip.getKey();
                }
            }
        }
        throw new IOException(
                (wanted.isEmpty() ? "no GPIO chip of a Raspberry Pi" : "no GPIO chip " + wanted)
                        + "; "
                        + (chips.isEmpty()
                                ? "there is none at all"
                                : "there are "
                                        + chips.entrySet().stream()
                                                .map(c -> c.getKey() + " (" + c.getValue() + ")")
                                                .collect(Collectors.joining(", "))));
    }

    /** Label by name. Links are left out: Pi 5 kernels keep {@code gpiochip4} as one to another. */
    private Map<String, String> chips() throws IOException {
        Map<String, String> found = new TreeMap<>();
        if (!Files.isDirectory(dev)) {
            return found;
        }
        try (DirectoryStream<Path> nodes = Files.newDirectoryStream(dev, "gpiochip*")) {
            for (Path node : nodes) {
                if (!Files.isSymbolicLink(node)) {
                    String name = node.getFileName().toString();
                    found.put(name, label(name).or(() -> ChipInfo.label(node)).orElse("unknown"));
                }
            }
        }
        return found;
    }

    private Optional<String> label(String name) throws IOException {
        Path all = sys.resolve("class/gpio");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(all, "*chip*")) {
            for (Path entry : entries) {
                Path label = entry.resolve("label");
                if (isOf(entry, name) && Files.isReadable(label)) {
                    return Optional.of(Files.readString(label).strip());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(Path entry, String name) throws IOException {
        if (("gpio" + entry.getFileName()).equals(name)) {
            return true;
        }
        Path device = entry.resolve("device");
        return Files.exists(device.resolve(name))
                || (Files.exists(device)
                        && device.toRealPath().getFileName().toString().equals(name));
    }
}
