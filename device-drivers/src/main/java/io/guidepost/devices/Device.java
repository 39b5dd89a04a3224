package io.guidepost.devices;

import java.util.function.Consumer;

/**
 * A piece of hardware, or the simulator that speaks its bytes.
 *
 * <p>Life: {@link #start()} once, {@link #close()} once. Starting never throws and never waits for
 * the hardware: a device that does not come up says so in its {@link #status()} and is tried again
 * with a jittered back-off until it is closed. All methods may be called from any thread. Listeners
 * are told one event at a time from a bounded queue of the device's own, so that a slow one delays
 * the events behind it, and never the reading of the device.
 */
public interface Device extends AutoCloseable {

    /** Which device this is; the same for its whole life. */
    DeviceId id();

    /** The latest status. */
    DeviceStatus status();

    /** Tells the listener of each later change of status; the present one is not repeated. */
    Subscription onStatus(Consumer<DeviceStatus> listener);

    /** What the device counted since it was made. */
    DeviceCounters counters();

    /** What is known of driver, line and device, each with the age of its evidence. */
    DeviceHealth health();

    /** Which piece of hardware it is, as far as it has said so by now. */
    DeviceIdentity identity();

    /** Starts connecting in the background. A second call does nothing. */
    void start();

    /**
     * Ends the device's threads and gives its line back, within a few seconds. A second call does
     * nothing.
     */
    @Override
    void close();
}
