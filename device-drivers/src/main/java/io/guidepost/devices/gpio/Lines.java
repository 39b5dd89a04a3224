package io.guidepost.devices.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The lines of one Pi4J context, each made once. */
final class Lines implements AutoCloseable {
    private final Context context;
    private final Map<Integer, DigitalOutput> outputs = new HashMap<>();
    private final Map<Integer, DigitalInput> inputs = new HashMap<>();

    Lines(Context context) {
        this.context = context;
    }

    synchronized DigitalOutput output(int line, boolean restsHigh) {
        DigitalState rest = restsHigh ? DigitalState.HIGH : DigitalState.LOW;
        return outputs.computeIfAbsent(
                line,
                _ ->
                        context.create(
                                DigitalOutput.newConfigBuilder(context)
                                        .id("out-" + line)
                                        .address(line)
                                        .initial(rest)
                                        .shutdown(rest)
                                        .build()));
    }

    synchronized DigitalInput input(int line, Pull pull) {
        return inputs.computeIfAbsent(
                line,
                _ ->
                        context.create(
                                DigitalInput.newConfigBuilder(context)
                                        .id("in-" + line)
                                        .address(line)
                                        .pull(pull.resistance())
                                        // Every edge is told: the device waits for rest itself.
                                        .debounce(0L, TimeUnit.MILLISECONDS)
                                        .build()));
    }

    /** The outputs made so far. */
    synchronized Map<Integer, DigitalOutput> outputs() {
        return Map.copyOf(outputs);
    }

    @Override
    public void close() {
        context.shutdown();
    }
}
