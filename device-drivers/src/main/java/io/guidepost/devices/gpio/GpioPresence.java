package io.guidepost.devices.gpio;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.Listeners;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * A presence sensor on an input line: a motion detector (PIR), a radar or a light barrier.
 *
 * <p>Counts {@code changes}, {@code edges}, {@code lost-edges}, {@code unrest}, {@code retries}.
 */
public final class GpioPresence extends InputDevice implements PresenceSensor {
    private final Listeners<Boolean> listeners = state.listeners();
    private volatile boolean present;

    public GpioPresence(DeviceId id, GpioBoard board, InputSettings settings, InstantSource clock) {
        super(id, board, settings, clock);
    }

    @Override
    public boolean present() {
        return present;
    }

    @Override
    public Subscription onPresence(Consumer<Boolean> listener) {
        return listeners.add(listener);
    }

    @Override
    void level(boolean active) {
        state.ready();
        now(active);
    }

    @Override
    void lost() {
        super.lost();
        now(false);
    }

    private void now(boolean there) {
        if (there != present) {
            present = there;
            state.count("changes");
            listeners.tell(there);
        }
    }
}
