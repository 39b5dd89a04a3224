package io.guidepost.devices.config;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What devices are made with: the clock, the roots of the machine's device files, and parts that
 * several devices share. Closed after the last of them.
 */
public final class Surroundings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

    private final InstantSource clock;
    private final Path dev;
    private final Path sys;
    private final Map<String, AutoCloseable> shared = new HashMap<>();
    private final Deque<AutoCloseable> made = new ArrayDeque<>();

    /**
     * Any roots.
     *
     * @param dev where device files are, usually {@code /dev}
     * @param sys where the kernel tells of devices, usually {@code /sys}
     */
    public Surroundings(InstantSource clock, Path dev, Path sys) {
        this.clock = clock;
        this.dev = dev;
        this.sys = sys;
    }

    /** This machine's own. */
    public static Surroundings real(InstantSource clock) {
        return new Surroundings(clock, Path.of("/dev"), Path.of("/sys"));
    }

    public InstantSource clock() {
        return clock;
    }

    public Path dev() {
        return dev;
    }

    public Path sys() {
        return sys;
    }

    /**
     * A part that all devices share which name the same one, such as a GPIO chip.
     *
     * @param name tells it from others of its type
     * @param maker makes it for the first that asks
     */
    public <T extends AutoCloseable> T shared(Class<T> type, String name, Supplier<T> maker) {
        return type.cast(
                shared.computeIfAbsent(
                        type.getName() + " " + name,
                        _ -> {
                            T part = maker.get();
                            made.push(part);
                            return part;
                        }));
    }

    @Override
    public void close() {
        while (!made.isEmpty()) {
            AutoCloseable part = made.pop();
            try {
                part.close();
            } catch (Exception e) {
                // The others still need to be closed.
                LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
            }
        }
        shared.clear();
    }
}
