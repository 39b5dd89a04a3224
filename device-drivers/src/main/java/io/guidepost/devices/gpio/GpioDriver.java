package io.guidepost.devices.gpio;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import io.guidepost.devices.config.Surroundings;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.transport.TcpAddress;
import java.time.InstantSource;
import java.util.List;

/**
 * A driver of devices on a GPIO line: {@code gpio.lamp}, {@code gpio.presence}. Devices that name
 * the same board share it.
 */
public final class GpioDriver implements Driver {
    private static final String SIMULATOR = "sim:";

    /** Makes a device on a line. */
    @FunctionalInterface
    private interface OnLine {
        ManagedDevice make(DeviceId id, GpioBoard board, int line, InstantSource clock);
    }

    private final String name;
    private final DeviceKind kind;
    private final String purpose;
    private final OnLine onLine;

    private GpioDriver(String name, DeviceKind kind, String purpose, OnLine onLine) {
        this.name = name;
        this.kind = kind;
        this.purpose = purpose;
        this.onLine = onLine;
    }

    /** All of them. */
    public static List<Driver> all() {
        return List.of(
                new GpioDriver(
                        "gpio.lamp",
                        DeviceKind.LIGHT,
                        "A lamp on an output line, high is lit",
                        GpioLamp::new),
                new GpioDriver(
                        "gpio.presence",
                        DeviceKind.PRESENCE,
                        "A presence sensor on an input line, high while somebody is there",
                        GpioPresence::new));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceKind kind() {
        return kind;
    }

    @Override
    public String purpose() {
        return purpose;
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.usual("board", "pi, or sim:HOST:PORT of a simulator", "pi"),
                Key.usual("chip", "for example gpiochip0", "the board's own pin controller"),
                Key.needed("line", "GPIO (BCM) number, 0 to 999"));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        GpioSettings board =
                settings.value("board", GpioDriver::board)
                        .orElseGet(() -> new GpioSettings.Pi(settings.text("chip").orElse("")));
        int line = settings.neededNumber("line", 0, 999);
        return (id, around) -> onLine.make(id, shared(board, around), line, around.clock());
    }

    private static GpioSettings board(String text) {
        if (text.startsWith(SIMULATOR)) {
            return new GpioSettings.Simulator(TcpAddress.parse(text.substring(SIMULATOR.length())));
        }
        if (text.equals("pi")) {
            return new GpioSettings.Pi("");
        }
        throw new IllegalArgumentException("must be pi or sim:HOST:PORT");
    }

    private static GpioBoard shared(GpioSettings settings, Surroundings around) {
        return around.shared(
                GpioBoard.class, settings.toString(), () -> GpioBoard.of(settings, around.clock()));
    }
}
