package io.guidepost.devices.watchdog;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a service tells the manager that started it, by the protocol of {@code sd_notify(3)}: that
 * it is ready, alive, stopping, and one line for people. Without a manager all of it does nothing.
 * Safe from any thread; nothing waits or throws.
 */
public final class ServiceManager implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceManager.class);

    /** More is no line for people. */
    private static final int LONGEST_STATUS = 200;

    private final @Nullable NotifySocket socket;
    private final Optional<Duration> limit;
    private volatile boolean failing;

    private ServiceManager(@Nullable NotifySocket socket, Optional<Duration> limit) {
        this.socket = socket;
        this.limit = limit;
    }

    /**
     * The manager that {@code NOTIFY_SOCKET}, {@code WATCHDOG_USEC} and {@code WATCHDOG_PID} name.
     *
     * @param environment usually {@code System.getenv()}
     */
    public static ServiceManager of(Map<String, String> environment) {
        String address = environment.getOrDefault("NOTIFY_SOCKET", "");
        if (address.isEmpty()) {
            return new ServiceManager(null, Optional.empty());
        }
        try {
            return new ServiceManager(new NotifySocket(address), limit(environment));
        } catch (IOException | LinkageError e) {
            LOG.warn("The service manager cannot be told anything: {}", e.toString());
            return new ServiceManager(null, Optional.empty());
        }
    }

    private static Optional<Duration> limit(Map<String, String> environment) {
        String micros = environment.getOrDefault("WATCHDOG_USEC", "");
        if (!micros.matches("[0-9]{1,15}") || Long.parseLong(micros) == 0) {
            return Optional.empty();
        }
        String meant = environment.getOrDefault("WATCHDOG_PID", "");
        // A start script may stand between the manager and this process.
        boolean us =
                meant.isEmpty()
                        || Stream.iterate(
                                        Optional.of(ProcessHandle.current()),
                                        Optional::isPresent,
                                        one -> one.flatMap(ProcessHandle::parent))
                                .anyMatch(one -> meant.equals(Long.toString(one.get().pid())));
        return us ? Optional.of(Duration.ofNanos(Long.parseLong(micros) * 1000)) : Optional.empty();
    }

    /** How long after the last {@link #alive} the service is restarted; empty where it is not. */
    public Optional<Duration> limit() {
        return limit;
    }

    /** The service does its work from now on. */
    public void ready() {
        send("READY=1\nSTATUS=ready");
    }

    /** The service is alive. */
    public void alive() {
        send("WATCHDOG=1");
    }

    /** The service ends as it was asked to. */
    public void stopping() {
        send("STOPPING=1\nSTATUS=ending");
    }

    /** How the service fares, in one line for people. */
    public void status(String words) {
        String line = words.replaceAll("\\p{Cntrl}", " ");
        send("STATUS=" + line.substring(0, Math.min(line.length(), LONGEST_STATUS)));
    }

    private void send(String text) {
        NotifySocket open = socket;
        if (open == null) {
            return;
        }
        try {
            open.send(text);
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("The service manager was not told: {}", e.getMessage());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
    }
}
