package io.guidepost.devices.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProviderImpl;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProviderImpl;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A Pi whose lines are Pi4J's mocks: the board's own code, without the kernel's part. */
final class MockPi implements AutoCloseable {
    final GpioBoard board = new PiBoard(this::context);

    /** Lines that another program holds. */
    final Set<Integer> taken = ConcurrentHashMap.newKeySet();

    /** Whether edges get lost on their way from the kernel. */
    volatile boolean deaf;

    private final Map<Integer, MockDigitalInput> inputs = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> levels = new ConcurrentHashMap<>();
    private final Map<Integer, DigitalOutput> outputs = new ConcurrentHashMap<>();

    /** Drives an input, now or as soon as it is there. */
    void input(int line, boolean high) {
        levels.put(line, high);
        MockDigitalInput input = inputs.get(line);
        if (input != null) {
            input.mockState(state(high));
        }
    }

    boolean output(int line) {
        DigitalOutput output = outputs.get(line);
        return output != null && output.state().isHigh();
    }

    @Override
    public void close() {
        board.close();
    }

    private static DigitalState state(boolean high) {
        return high ? DigitalState.HIGH : DigitalState.LOW;
    }

    private void refuseTaken(int line) {
        if (taken.contains(line)) {
            throw new IllegalStateException("line " + line + " is in use");
        }
    }

    private Context context() {
        return Pi4J.newContextBuilder()
                .add(new Inputs(), new Outputs())
                .disableShutdownHook()
                .build();
    }

    private final class Inputs extends MockDigitalInputProviderImpl {
        @Override
        public DigitalInput create(DigitalInputConfig config) {
            int line = config.address();
            refuseTaken(line);
            Input input = new Input(this, config);
            input.mockState(state(levels.getOrDefault(line, false)));
            inputs.put(line, input);
            context().registry().add(input);
            return input;
        }
    }

    private final class Input extends MockDigitalInput {
        Input(DigitalInputProvider provider, DigitalInputConfig config) {
            super(provider, config);
        }

        // Pi4J declares it so.
        @SuppressWarnings("rawtypes")
        @Override
        protected void dispatch(DigitalStateChangeEvent event) {
            if (!deaf) {
                super.dispatch(event);
            }
        }
    }

    private final class Outputs extends MockDigitalOutputProviderImpl {
        @Override
        public DigitalOutput create(DigitalOutputConfig config) {
            refuseTaken(config.address());
            DigitalOutput output = super.create(config);
            outputs.put(config.address(), output);
            return output;
        }
    }
}
