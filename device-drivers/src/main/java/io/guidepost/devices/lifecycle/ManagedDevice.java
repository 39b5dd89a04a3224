package io.guidepost.devices.lifecycle;

import io.guidepost.devices.Device;
import io.guidepost.devices.DeviceCounters;
import io.guidepost.devices.DeviceHealth;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.Subscription;
import java.time.InstantSource;
import java.util.function.Consumer;

/** What all drivers have in common: they tell of themselves through one {@link DeviceState}. */
public abstract class ManagedDevice implements Device {
    protected final DeviceState state;

    protected ManagedDevice(DeviceId id, InstantSource clock) {
        this.state = new DeviceState(id, clock);
    }

    @Override
    public final DeviceId id() {
        return state.id();
    }

    @Override
    public final DeviceStatus status() {
        return state.status();
    }

    @Override
    public final Subscription onStatus(Consumer<DeviceStatus> listener) {
        return state.onStatus(listener);
    }

    @Override
    public final DeviceCounters counters() {
        return state.counters();
    }

    @Override
    public final DeviceHealth health() {
        return state.health();
    }

    @Override
    public final DeviceIdentity identity() {
        return state.identity();
    }
}
