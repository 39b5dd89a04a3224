package io.guidepost.devices.gpio;

import com.pi4j.Pi4J;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.ConnectionLoop;
import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpAddress;
import io.guidepost.devices.transport.TcpLine;
import io.guidepost.devices.transport.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pi4J's mock lines, joined over TCP to a simulator in another process: {@code out 22 1} tells it
 * of an output, {@code in 17 0} comes from it for an input, each in a line of its own.
 */
final class SimulatedBoard implements GpioBoard {
    private static final Pattern INPUT = Pattern.compile("in ([0-9]{1,3}) ([01])");
    private static final Duration TICK = Duration.ofSeconds(30);

    private final Lines lines =
            new Lines(
                    Pi4J.newContextBuilder()
                            .add(
                                    MockDigitalInputProvider.newInstance(),
                                    MockDigitalOutputProvider.newInstance())
                            .disableShutdownHook()
                            .build());
    private final DeviceState state;
    private final ConnectionLoop loop;
    private final Map<Integer, Boolean> levels = new ConcurrentHashMap<>();
    private final Map<Integer, DigitalInput> listened = new ConcurrentHashMap<>();
    private final Map<Integer, DigitalOutput> announced = new ConcurrentHashMap<>();
    private volatile @Nullable ByteLine line;

    SimulatedBoard(TcpAddress address, InstantSource clock) {
        this.state = new DeviceState(new DeviceId(DeviceKind.LIGHT, "gpio-simulator"), clock);
        this.loop =
                new ConnectionLoop(state, TcpLine.to(address, Duration.ofSeconds(2)), this::serve);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public boolean up() {
        return state.status().usable();
    }

    @Override
    public String trouble() {
        return "";
    }

    @Override
    public Subscription onUp(Consumer<Boolean> listener) {
        return state.onStatus(
                status -> {
                    if (!(status instanceof DeviceStatus.Connecting)) {
                        listener.accept(status.usable());
                    }
                });
    }

    @Override
    public DigitalOutput output(int number, boolean restsHigh) {
        return announced.computeIfAbsent(
                number,
                _ -> {
                    DigitalOutput output = lines.output(number, restsHigh);
                    output.addListener(_ -> tell(number, output));
                    tell(number, output);
                    return output;
                });
    }

    @Override
    public DigitalInput input(int number, Pull pull) {
        DigitalInput input = lines.input(number, pull);
        listened.put(number, input);
        // Nobody has connected anything: the resistor holds it.
        drive(input, levels.getOrDefault(number, pull == Pull.UP));
        return input;
    }

    @Override
    public void close() {
        loop.close();
        lines.close();
    }

    private void serve(ByteLine open) throws IOException {
        line = open;
        try {
            state.ready();
            lines.outputs().forEach(this::tell);
            TextLines incoming = new TextLines(open, 64);
            while (true) {
                for (String text : incoming.read(TICK)) {
                    Matcher matcher = INPUT.matcher(text);
                    if (matcher.matches()) {
                        int number = Integer.parseInt(matcher.group(1));
                        boolean high = matcher.group(2).equals("1");
                        levels.put(number, high);
                        DigitalInput input = listened.get(number);
                        if (input != null) {
                            drive(input, high);
                        }
                    } else {
                        state.count("refused-lines");
                    }
                }
            }
        } finally {
            line = null;
        }
    }

    private static void drive(DigitalInput input, boolean high) {
        if (input instanceof MockDigitalInput mock) {
            mock.mockState(high ? DigitalState.HIGH : DigitalState.LOW);
        }
    }

    /**
     * Reads the level as it tells it, one at a time: what a change and a new connection tell of the
     * same output must not overtake one another.
     */
    private synchronized void tell(int number, DigitalOutput output) {
        ByteLine open = line;
        if (open != null) {
            try {
                open.write(
                        ("out " + number + " " + (output.state().isHigh() ? 1 : 0) + "\n")
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException _) {
                // The reader sees the broken line; the level is sent again on the next one.
                state.count("lost-lines");
            }
        }
    }
}
