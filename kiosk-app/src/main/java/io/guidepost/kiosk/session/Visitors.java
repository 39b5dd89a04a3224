package io.guidepost.kiosk.session;

import io.guidepost.kiosk.platform.Observable;

/**
 * Whether somebody stands before the kiosk, as far as the sensor can tell; false without a sensor.
 */
@FunctionalInterface
public interface Visitors {
    Observable<Boolean> present();
}
