package io.guidepost.devices.watchdog;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.Watchdog;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.lifecycle.StepLoop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A watchdog of the Linux kernel ({@code Documentation/watchdog/watchdog-api.rst}): opening its
 * device arms it, each byte puts the restart off, the letter V before closing disarms it. It is
 * opened with the first feeding, so that a program that only looks at it restarts nothing.
 *
 * <p>Never armed under a service manager: that starts a killed kiosk again, which takes longer than
 * the few seconds until the machine would restart. There the service manager itself is to feed it.
 *
 * <p>Counts {@code feeds}, {@code retries}.
 */
public final class HardwareWatchdog extends ManagedDevice implements Watchdog {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    /** The Pi's watchdog has no longer one. */
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(15);

    /** The kernel's "magic close". */
    private static final int DISARM = 'V';

    private final Path file;
    private final Path about;
    private final Duration patience;
    private final boolean managed;
    private final StepLoop loop;
    private final AtomicBoolean fed = new AtomicBoolean();
    private volatile long lastFed = System.nanoTime();
    private volatile @Nullable Duration limit;
    private @Nullable OutputStream open;

    /**
     * @param file such as {@code /dev/watchdog}
     * @param about its folder in {@code /sys/class/watchdog}, where its limit is read
     * @param patience as {@link #patience()}
     * @param managed whether a service manager looks after the kiosk
     */
    public HardwareWatchdog(
            DeviceId id,
            Path file,
            Path about,
            Duration patience,
            boolean managed,
            InstantSource clock) {
        super(id, clock);
        this.file = file;
        this.about = about;
        this.patience = patience;
        this.managed = managed;
        this.loop = new StepLoop(state, this::step);
    }

    @Override
    public void feed() {
        lastFed = System.nanoTime();
        fed.set(true);
        loop.wake();
    }

    @Override
    public Duration limit() {
        Duration known = limit;
        return known == null ? readLimit() : known;
    }

    private Duration readLimit() {
        try {
            String seconds = Files.readString(about.resolve("timeout")).strip();
            if (seconds.matches("[1-9][0-9]{0,5}")) {
                return Duration.ofSeconds(Long.parseLong(seconds));
            }
        } catch (IOException _) {
            // Not every kernel tells; the usual limit is the shortest there is on a Pi.
        }
        return USUAL_LIMIT;
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public void start() {
        loop.start();
    }

    /** Disarms it, unless the kernel was told never to let go. */
    @Override
    public void close() {
        loop.close();
        disarm();
    }

    private Duration step() {
        try {
            if (managed) {
                state.degraded(
                        "not armed: the service manager that restarts the kiosk is to feed it"
                                + " (systemd: RuntimeWatchdogSec); leave this device out");
            } else if (open == null && !fed.get()) {
                unarmed();
            } else if (fed.getAndSet(false)) {
                write();
            } else if (hungryFor().compareTo(limit()) > 0) {
                state.degraded("not fed: the kiosk hangs, and the machine restarts");
            }
        } catch (NoSuchFileException _) {
            state.disconnected();
        } catch (AccessDeniedException _) {
            state.fault("this user may not write " + file);
        } catch (IOException e) {
            state.count("retries");
            state.fault(
                    String.valueOf(e.getMessage()).contains("busy")
                            ? file + " is in use, usually by systemd (RuntimeWatchdogSec)"
                            : file + " cannot be fed: " + e.getMessage());
        }
        return LOOK_EVERY;
    }

    private Duration hungryFor() {
        return Duration.ofNanos(System.nanoTime() - lastFed);
    }

    private void unarmed() throws IOException {
        if (!Files.exists(file)) {
            state.disconnected();
        } else if (!Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        } else {
            state.identified(DeviceIdentity.at(file.toString()));
            state.ready();
        }
    }

    private synchronized void write() throws IOException {
        OutputStream device = open;
        if (device == null) {
            device = Files.newOutputStream(file, StandardOpenOption.WRITE);
            open = device;
            limit = readLimit();
        }
        device.write(0);
        state.count("feeds");
        state.heard();
        state.tested(true, "took its food");
        state.ready();
    }

    private synchronized void disarm() {
        OutputStream device = open;
        open = null;
        if (device != null) {
            try (device) {
                device.write(DISARM);
            } catch (IOException _) {
                // Nothing is left to be done: the machine restarts.
                state.count("retries");
            }
        }
    }
}
