package io.guidepost.devices.gpio;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.config.Surroundings;
import java.util.function.Consumer;

/** The lines that devices share; started by the first of them, closed after the last. */
public sealed interface GpioBoard extends AutoCloseable permits PiBoard, SimulatedBoard {

    /** The board these settings name, the same for all devices of these surroundings. */
    static GpioBoard of(GpioSettings settings, Surroundings surroundings) {
        return surroundings.shared(
                GpioBoard.class,
                settings.toString(),
                () ->
                        switch (settings) {
                            case GpioSettings.Pi(String chip) ->
                                    new PiBoard(
                                            chip,
                                            new ChipFinder(surroundings.dev(), surroundings.sys()));
                            case GpioSettings.Simulator(var address) ->
                                    new SimulatedBoard(address, surroundings.clock());
                        });
    }

    /** Starts bringing the lines up; a second call does nothing. */
    void start();

    /** Whether the lines can be used now. */
    boolean up();

    /** Why they cannot be used, for the technician; empty where nothing more is known. */
    String trouble();

    /** Tells the listener each time the lines come up or go away. */
    Subscription onUp(Consumer<Boolean> listener);

    /**
     * An output; asking again gives the same. Only while up.
     *
     * @param restsHigh the level at first and in the end
     */
    DigitalOutput output(int line, boolean restsHigh);

    /** An input; asking again gives the same. Only while up. */
    DigitalInput input(int line, Pull pull);

    @Override
    void close();
}
