package io.guidepost.devices.gpio;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.TamperAlarm;
import io.guidepost.devices.TamperAlarm.Cause;
import io.guidepost.devices.TamperEvent;
import io.guidepost.devices.TamperSwitch;
import io.guidepost.devices.gpio.TamperLatch.Memory;
import io.guidepost.devices.lifecycle.Listeners;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tamper switch on an input line, wired so that a cut cable looks like an open door. An alarm is
 * written down before it is told; where the disk refuses, it is told all the same, the status says
 * so, and writing is tried again.
 *
 * <p>Counts {@code alarms}, {@code acknowledged}, {@code write-failures}, {@code edges}, {@code
 * lost-edges}, {@code unrest}, {@code retries}.
 */
public final class GpioTamper extends InputDevice implements TamperSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(GpioTamper.class);

    private final TamperLatch latch;
    private final Listeners<TamperEvent> listeners = state.listeners();
    private @Nullable Memory memory;
    private @Nullable Memory written;
    private Optional<Boolean> open = Optional.empty();

    /**
     * @param file where the alarm is remembered; its folder must be there
     */
    public GpioTamper(
            DeviceId id, GpioBoard board, InputSettings settings, Path file, InstantSource clock) {
        super(id, board, settings, clock);
        this.latch = new TamperLatch(file);
    }

    @Override
    public synchronized Optional<TamperAlarm> alarm() {
        return memory == null ? Optional.empty() : memory.alarm();
    }

    @Override
    public synchronized Optional<Boolean> open() {
        return open;
    }

    @Override
    public Subscription onTamper(Consumer<TamperEvent> listener) {
        return listeners.add(listener);
    }

    @Override
    public synchronized Acknowledgement acknowledge(String who) {
        if (who.isBlank() || who.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "who must have 1 to " + LONGEST_NAME + " characters");
        }
        Memory now = memory;
        if (now == null || now.alarm().isEmpty()) {
            return Acknowledgement.NOTHING;
        }
        if (open.isEmpty() || open.get()) {
            return Acknowledgement.NOT_CLOSED;
        }
        Memory quiet = new Memory(false, Optional.empty());
        try {
            latch.write(quiet, who + " at " + state.now());
        } catch (IOException e) {
            failed(e);
            return Acknowledgement.NOT_WRITTEN;
        }
        memory = quiet;
        written = quiet;
        state.count("acknowledged");
        state.ready();
        listeners.tell(
                new TamperEvent.Acknowledged(id(), now.alarm().get(), who.strip(), state.now()));
        return Acknowledgement.DONE;
    }

    @Override
    synchronized void level(boolean active) {
        boolean wasOpen = open.orElse(false);
        open = Optional.of(active);
        Memory before = memory;
        Optional<TamperAlarm> stood = before == null ? Optional.empty() : before.alarm();
        Memory now = before == null ? first(active) : later(before, active);
        memory = now;
        boolean kept = keep(now);
        if (now.alarm().isPresent() && !now.alarm().equals(stood)) {
            state.count("alarms");
            LOG.warn("{}: tamper alarm, {}", id(), now.alarm().get().cause());
            listeners.tell(new TamperEvent.Alarm(id(), now.alarm().get()));
        }
        if (wasOpen && !active) {
            listeners.tell(new TamperEvent.Closed(id(), state.now()));
        }
        say(now, kept);
    }

    @Override
    void lost() {
        super.lost();
        synchronized (this) {
            open = Optional.empty();
        }
    }

    /** What this start found, against what was remembered of the time before. */
    private Memory first(boolean active) {
        try {
            Optional<Memory> remembered = latch.read();
            written = remembered.orElse(null);
            if (remembered.isEmpty()) {
                return new Memory(active, alarm(Cause.OPEN_AT_FIRST_START).filter(_ -> active));
            }
            Optional<TamperAlarm> stands = remembered.get().alarm();
            return new Memory(
                    active,
                    stands.isPresent()
                            ? stands
                            : alarm(Cause.OPENED_WHILE_OFF).filter(_ -> active));
        } catch (IOException e) {
            LOG.warn("{}: what was remembered cannot be read: {}", id(), e.toString());
            return new Memory(active, alarm(Cause.RECORD_DAMAGED));
        }
    }

    private Memory later(Memory before, boolean active) {
        return new Memory(
                active,
                before.alarm().isPresent()
                        ? before.alarm()
                        : alarm(Cause.OPENED).filter(_ -> active));
    }

    private Optional<TamperAlarm> alarm(Cause cause) {
        return Optional.of(new TamperAlarm(cause, state.now()));
    }

    private boolean keep(Memory now) {
        if (now.equals(written)) {
            return true;
        }
        try {
            latch.write(now, "");
            written = now;
            return true;
        } catch (IOException e) {
            failed(e);
            return false;
        }
    }

    private void failed(IOException e) {
        state.count("write-failures");
        LOG.warn("{}: cannot be written down: {}", id(), e.toString());
    }

    private void say(Memory now, boolean kept) {
        String forgets = kept ? "" : "; it cannot be written down, so a restart forgets it";
        now.alarm()
                .ifPresentOrElse(
                        alarm ->
                                state.degraded(
                                        words(alarm.cause())
                                                + ", noticed "
                                                + alarm.noticed()
                                                + ": staff must acknowledge it"
                                                + forgets),
                        () -> {
                            if (kept) {
                                state.ready();
                            } else {
                                state.degraded("closed" + forgets);
                            }
                        });
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case OPENED -> "the housing was opened";
            case OPENED_WHILE_OFF -> "the housing was opened while the kiosk was off";
            case OPEN_AT_FIRST_START -> "the housing was open at the first start";
            case RECORD_DAMAGED -> "nobody knows whether the housing was opened";
        };
    }
}
