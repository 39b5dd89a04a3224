package io.guidepost.devices.app;

import io.guidepost.devices.gpio.GpioSettings;
import io.guidepost.devices.transport.TcpAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which devices a kiosk has and where; what is not named is not there.
 *
 * @param serialScanner {@code scanner.serial.path}, {@code scanner.serial.baud} (9600)
 * @param cameraScanner {@code scanner.camera.tcp}
 * @param printer {@code printer.escpos.tcp}, {@code printer.escpos.dots} (576)
 * @param terminal {@code terminal.nexo.tcp}, {@code terminal.sale-id}, {@code terminal.poi-id}
 * @param gpio {@code gpio.mode} off, pi or sim, {@code gpio.chip}, {@code gpio.sim.tcp}, {@code
 *     gpio.lamp.line}, {@code gpio.presence.line}
 */
public record DeviceConfig(
        Optional<Serial> serialScanner,
        Optional<TcpAddress> cameraScanner,
        Optional<Printer> printer,
        Optional<Terminal> terminal,
        Optional<Gpio> gpio) {

    /** A scanner on a tty. */
    public record Serial(Path path, int baud) {}

    /** An ESC/POS printer. */
    public record Printer(TcpAddress address, int dots) {}

    /** A nexo terminal. */
    public record Terminal(TcpAddress address, String saleId, String poiId) {}

    /** Lamp and presence sensor. */
    public record Gpio(
            GpioSettings settings, Optional<Integer> lampLine, Optional<Integer> presenceLine) {}

    /**
     * A configuration that cannot be; its message lists every problem with key and limit, one a
     * line.
     */
    public static final class InvalidException extends RuntimeException {
        private final List<String> problems;

        InvalidException(List<String> problems) {
            super(String.join("\n", problems));
            this.problems = List.copyOf(problems);
        }

        public List<String> problems() {
            return problems;
        }
    }

    /**
     * Reads the keys named above; other keys are left to others.
     *
     * @throws InvalidException naming all problems at once
     */
    public static DeviceConfig parse(Map<String, String> values) {
        Keys keys = new Keys(values);
        DeviceConfig config =
                new DeviceConfig(
                        keys.text("scanner.serial.path")
                                .map(
                                        path ->
                                                new Serial(
                                                        Path.of(path),
                                                        keys.number(
                                                                        "scanner.serial.baud",
                                                                        300,
                                                                        4_000_000)
                                                                .orElse(9600))),
                        keys.address("scanner.camera.tcp"),
                        keys.address("printer.escpos.tcp")
                                .map(
                                        address ->
                                                new Printer(
                                                        address,
                                                        keys.number("printer.escpos.dots", 192, 832)
                                                                .orElse(576))),
                        keys.address("terminal.nexo.tcp")
                                .map(
                                        address ->
                                                new Terminal(
                                                        address,
                                                        keys.name("terminal.sale-id"),
                                                        keys.name("terminal.poi-id"))),
                        gpio(keys));
        if (!keys.problems.isEmpty()) {
            throw new InvalidException(keys.problems);
        }
        return config;
    }

    private static Optional<Gpio> gpio(Keys keys) {
        Optional<GpioSettings> settings =
                switch (keys.text("gpio.mode").orElse("off")) {
                    case "off" -> Optional.empty();
                    case "pi" ->
                            Optional.of(new GpioSettings.Pi(keys.text("gpio.chip").orElse("")));
                    case "sim" -> {
                        Optional<TcpAddress> address = keys.address("gpio.sim.tcp");
                        if (keys.text("gpio.sim.tcp").isEmpty()) {
                            keys.problem("gpio.sim.tcp", "must be set when gpio.mode is sim");
                        }
                        yield address.map(GpioSettings.Simulator::new);
                    }
                    default -> {
                        keys.problem("gpio.mode", "must be off, pi or sim");
                        yield Optional.empty();
                    }
                };
        return settings.map(
                s ->
                        new Gpio(
                                s,
                                keys.number("gpio.lamp.line", 0, 999),
                                keys.number("gpio.presence.line", 0, 999)));
    }

    /** Reads single values and gathers what is wrong with them. */
    private static final class Keys {
        private final Map<String, String> values;
        private final List<String> problems = new ArrayList<>();

        Keys(Map<String, String> values) {
            this.values = values;
        }

        void problem(String key, String what) {
            problems.add(key + " " + what);
        }

        Optional<String> text(String key) {
            return Optional.ofNullable(values.get(key))
                    .map(String::strip)
                    .filter(v -> !v.isEmpty());
        }

        String name(String key) {
            String value = text(key).orElse("");
            if (value.isEmpty() || value.length() > 40) {
                problem(key, "must have 1 to 40 characters when terminal.nexo.tcp is set");
            }
            return value;
        }

        Optional<TcpAddress> address(String key) {
            return checked(key, TcpAddress::parse);
        }

        Optional<Integer> number(String key, int least, int most) {
            return checked(
                    key,
                    value -> {
                        if (!value.matches("[0-9]{1,9}")
                                || Integer.parseInt(value) < least
                                || Integer.parseInt(value) > most) {
                            throw new IllegalArgumentException(
                                    "must be a number from " + least + " to " + most);
                        }
                        return Integer.parseInt(value);
                    });
        }

        private <T> Optional<T> checked(String key, Function<String, T> reader) {
            try {
                return text(key).map(reader);
            } catch (IllegalArgumentException e) {
                problem(key, e.getMessage() + ", not \"" + values.get(key) + "\"");
                return Optional.empty();
            }
        }
    }
}
