package io.guidepost.devices.lifecycle;

import java.util.ArrayList;
import java.util.List;

/**
 * A device's threads that hang in calls that do not return. They cannot be ended, so only so many
 * may be replaced at a time; one that ends after all makes room. Safe from any thread.
 */
final class LeftBehind {
    private static final int MOST = 3;

    private final List<Thread> hanging = new ArrayList<>();

    /** Whether this thread, too, may be replaced; if so it is counted from now on. */
    synchronized boolean add(Thread thread) {
        hanging.removeIf(earlier -> !earlier.isAlive());
        if (hanging.size() >= MOST) {
            return false;
        }
        hanging.add(thread);
        return true;
    }
}
