package io.guidepost.kiosk.platform;

import io.guidepost.devices.Subscription;
import java.util.function.Consumer;

/**
 * A value that changes and can be watched. Thread-safe; listeners are called on the thread that
 * made the change, one change at a time and in order, and must hand work over instead of doing it
 * there.
 *
 * @param <T> immutable
 */
public interface Observable<T> {
    /** The value now. */
    T get();

    /** Tells the listener the present value at once, and each later one. */
    Subscription observe(Consumer<? super T> listener);
}
