package io.guidepost.devices.gpio;

import io.guidepost.devices.transport.TcpAddress;

/** Where the lines are. */
public sealed interface GpioSettings {

    /**
     * A Raspberry Pi's own lines.
     *
     * @param chip for example {@code gpiochip0}; empty: the board's pin controller is found by
     *     itself
     */
    record Pi(String chip) implements GpioSettings {}

    /**
     * Lines of a simulator.
     *
     * @param address where it listens
     */
    record Simulator(TcpAddress address) implements GpioSettings {}
}
