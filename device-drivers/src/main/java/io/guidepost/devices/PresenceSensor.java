package io.guidepost.devices;

import java.util.function.Consumer;

/** Tells whether somebody stands before the kiosk. */
public interface PresenceSensor extends Device {

    /** Whether somebody is there; false while the sensor is not ready. */
    boolean present();

    /** Tells the listener of each change. */
    Subscription onPresence(Consumer<Boolean> listener);
}
