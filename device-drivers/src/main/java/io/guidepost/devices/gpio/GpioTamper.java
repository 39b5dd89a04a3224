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
    private boolean looked;

    /**
     * @param file where the alarm is remembered; its folder must be there
     */
    public GpioTamper(
            DeviceId id, GpioBoard board, InputSettings settings, Path file, InstantSource clock) {
        super(id, board, settings, clock);
        this.latch = new TamperLatch(file);
    }

    @Override
    public void start() {
        recall();
        super.start();
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
        Optional<TamperAlarm> stood = alarm();
        Memory now =
                new Memory(
                        active,
                        stood.isPresent() ? stood : alarm(openingNow()).filter(_ -> active));
        memory = now;
        looked = true;
        boolean kept = keep(now);
        if (stood.isEmpty()) {
            now.alarm().ifPresent(this::raise);
        }
        if (wasOpen && !active) {
            listeners.tell(new TamperEvent.Closed(id(), state.now()));
        }
        say(now, kept);
    }

    @Override
    synchronized String besides() {
        return alarm().map(alarm -> "; " + words(alarm)).orElse("");
    }

    @Override
    void lost() {
        super.lost();
        synchronized (this) {
            open = Optional.empty();
        }
    }

    /**
     * What was written down before this start: an alarm stands whether or not the line is there.
     */
    private synchronized void recall() {
        try {
            memory = latch.read().orElse(null);
            written = memory;
        } catch (IOException e) {
            LOG.warn("{}: what was remembered cannot be read: {}", id(), e.toString());
            memory = new Memory(false, alarm(Cause.RECORD_DAMAGED));
        }
        alarm().ifPresent(this::raise);
    }

    private Cause openingNow() {
        if (looked) {
            return Cause.OPENED;
        }
        return memory == null ? Cause.OPEN_AT_FIRST_START : Cause.OPENED_WHILE_OFF;
    }

    private void raise(TamperAlarm alarm) {
        state.count("alarms");
        LOG.warn("{}: tamper alarm, {}", id(), alarm.cause());
        listeners.tell(new TamperEvent.Alarm(id(), alarm));
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
                        alarm -> state.degraded(words(alarm) + forgets),
                        () -> {
                            if (kept) {
                                state.ready();
                            } else {
                                state.degraded("closed" + forgets);
                            }
                        });
    }

    private static String words(TamperAlarm alarm) {
        return words(alarm.cause())
                + ", noticed "
                + alarm.noticed()
                + ": staff must acknowledge it";
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
