package io.guidepost.devices.sim;

import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.Listeners;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpAddress;
import io.guidepost.devices.transport.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** GPIO lines on TCP: shows the kiosk's outputs, drives its inputs. */
public final class GpioSimulator implements AutoCloseable {

    /** An output that changed. */
    public record Level(int line, boolean high) {}

    private static final Logger LOG = LoggerFactory.getLogger(GpioSimulator.class);
    private static final Pattern OUTPUT = Pattern.compile("out ([0-9]{1,3}) ([01])");

    private final SimServer server;
    private final Set<ByteLine> kiosks = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Boolean> inputs = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> outputs = new ConcurrentHashMap<>();
    private final Listeners<Level> changes = new Listeners<>();

    private GpioSimulator(int port) throws IOException {
        this.server = SimServer.start("gpio", port, this::serve);
    }

    /**
     * Starts listening on loopback.
     *
     * @param port zero for a free one
     */
    public static GpioSimulator start(int port) throws IOException {
        return new GpioSimulator(port);
    }

    public TcpAddress address() {
        return new TcpAddress("127.0.0.1", server.port());
    }

    /** Drives an input, now and after each reconnect. */
    public void setInput(int line, boolean high) {
        inputs.put(line, high);
        for (ByteLine kiosk : kiosks) {
            try {
                send(kiosk, line, high);
            } catch (IOException e) {
                LOG.debug("An input could not be driven: {}", e.toString());
            }
        }
    }

    public boolean input(int line) {
        return inputs.getOrDefault(line, false);
    }

    /** The last level of an output; low when it was never heard of. */
    public boolean output(int line) {
        return outputs.getOrDefault(line, false);
    }

    /** Tells the listener of each change of an output. */
    public Subscription onOutput(Consumer<Level> listener) {
        return changes.add(listener);
    }

    /** Fault: cuts every connection. */
    public void dropConnections() {
        server.dropConnections();
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(ByteLine line) throws IOException {
        kiosks.add(line);
        try {
            for (Map.Entry<Integer, Boolean> input : inputs.entrySet()) {
                send(line, input.getKey(), input.getValue());
            }
            TextLines incoming = new TextLines(line, 64);
            while (true) {
                for (String text : incoming.read(Duration.ofMinutes(1))) {
                    Matcher matcher = OUTPUT.matcher(text);
                    if (matcher.matches()) {
                        took(Integer.parseInt(matcher.group(1)), matcher.group(2).equals("1"));
                    }
                }
            }
        } finally {
            kiosks.remove(line);
        }
    }

    private void took(int line, boolean high) {
        Boolean before = outputs.put(line, high);
        if (before == null || before != high) {
            changes.tell(new Level(line, high));
        }
    }

    private static void send(ByteLine kiosk, int line, boolean high) throws IOException {
        kiosk.write(
                ("in " + line + " " + (high ? 1 : 0) + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
