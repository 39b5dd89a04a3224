package io.guidepost.kiosk.ui;

/** All logic of one screen, without the toolkit. */
public interface ViewModel extends AutoCloseable {
    /**
     * Asked before the customer leaves this screen by Back, Home, or a scan. A screen that must end
     * something first, such as a payment, begins to do so and says no.
     */
    default boolean mayLeave() {
        return true;
    }

    /** Whether a scanned code may lead away from this screen. */
    default boolean takesCodes() {
        return true;
    }

    /** The screen is gone for good. */
    @Override
    default void close() {}
}
