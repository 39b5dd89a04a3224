package io.guidepost.kiosk.health;

import io.guidepost.devices.StatusLight;

/** The lamp on top of the kiosk; returns at once. */
@FunctionalInterface
public interface Lamp {
    void show(StatusLight.Signal signal);
}
