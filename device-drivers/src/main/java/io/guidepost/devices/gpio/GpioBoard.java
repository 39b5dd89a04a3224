package io.guidepost.devices.gpio;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import io.guidepost.devices.Subscription;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The lines that lamp and sensor share; started by the first of them, closed after the last. */
public sealed interface GpioBoard extends AutoCloseable permits PiBoard, SimulatedBoard {

    /** Makes the board these settings name. */
    static GpioBoard of(GpioSettings settings, InstantSource clock) {
        return switch (settings) {
            case GpioSettings.Pi(String chip) -> new PiBoard(chip);
            case GpioSettings.Simulator(var address) -> new SimulatedBoard(address, clock);
        };
    }

    /** Starts bringing the lines up; a second call does nothing. */
    void start();

    /** Whether the lines can be used now. */
    boolean up();

    /** Tells the listener each time the lines come up or go away. */
    Subscription onUp(Consumer<Boolean> listener);

    /** An output, low at first; asking again gives the same. Only while up. */
    DigitalOutput output(int line);

    /** An input, pulled down; asking again gives the same. Only while up. */
    DigitalInput input(int line);

    @Override
    void close();
}
