package io.guidepost.devices.gpio;

import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import io.guidepost.devices.transport.TcpAddress;

/** Where the lines are. */
public sealed interface GpioSettings {
    /** Which board a device's line is on. */
    Key BOARD =
            Key.usual(
                    "board",
                    "pi for the machine's own lines, sim:HOST:PORT for those of a simulator",
                    "pi");

    /** Which of the machine's GPIO chips. */
    Key CHIP =
            Key.usual(
                    "chip",
                    "name (gpiochip0) or label (pinctrl-rp1) of the GPIO chip, with board=pi",
                    "the one whose lines are on a Raspberry Pi's header");

    /**
     * A Raspberry Pi's own lines.
     *
     * @param chip name or label, for example {@code gpiochip0}; empty: the header's chip is found
     *     by its label
     */
    record Pi(String chip) implements GpioSettings {}

    /**
     * Lines of a simulator.
     *
     * @param address where it listens
     */
    record Simulator(TcpAddress address) implements GpioSettings {}

    /** Reads {@link #BOARD} and {@link #CHIP}. */
    static GpioSettings read(Settings settings) {
        return settings.value(
                        BOARD.name(), value -> board(value, settings.text(CHIP.name()).orElse("")))
                .orElseGet(() -> new Pi(settings.text(CHIP.name()).orElse("")));
    }

    private static GpioSettings board(String value, String chip) {
        if (value.equals("pi")) {
            return new Pi(chip);
        }
        if (value.startsWith("sim:")) {
            return new Simulator(TcpAddress.parse(value.substring(4)));
        }
        throw new IllegalArgumentException("must be pi or sim:HOST:PORT");
    }
}
