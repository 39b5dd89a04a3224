package io.guidepost.devices.app;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.Device;
import io.guidepost.devices.PaymentTerminal;
import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.ReceiptPrinter;
import io.guidepost.devices.StatusLight;
import io.guidepost.devices.config.DeviceConfig;
import io.guidepost.devices.config.Surroundings;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.lifecycle.Watch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A kiosk's devices: made from a configuration, started, watched, and closed together. */
public final class DeviceSet implements AutoCloseable {
    /** A driver's thread may take three seconds to end; none waits for another. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final List<ManagedDevice> devices;
    private final Surroundings surroundings;
    private final Watch watch;

    private DeviceSet(DeviceConfig config, Surroundings surroundings, Duration hangLimit) {
        this.surroundings = surroundings;
        this.devices =
                config.devices().stream()
                        .map(entry -> entry.maker().make(entry.id(), surroundings))
                        .toList();
        this.watch = new Watch(devices, hangLimit);
    }

    /** Makes the devices without starting them, so that listeners can be added first. */
    public static DeviceSet make(DeviceConfig config, InstantSource clock) {
        return make(config, Surroundings.real(clock));
    }

    /**
     * Makes the devices of a machine with these roots.
     *
     * @param surroundings closed with the set
     */
    public static DeviceSet make(DeviceConfig config, Surroundings surroundings) {
        return make(config, surroundings, Watch.LIMIT);
    }

    /** The same with another limit for the supervision. */
    static DeviceSet make(DeviceConfig config, Surroundings surroundings, Duration hangLimit) {
        return new DeviceSet(config, surroundings, hangLimit);
    }

    /** Makes and starts the devices; returns at once, each connects in the background. */
    public static DeviceSet open(DeviceConfig config, InstantSource clock) {
        DeviceSet set = make(config, clock);
        set.start();
        return set;
    }

    /** Starts every device. */
    public void start() {
        devices.forEach(Device::start);
        watch.start();
    }

    public List<CodeScanner> scanners() {
        return of(CodeScanner.class);
    }

    /** The first printer. */
    public Optional<ReceiptPrinter> printer() {
        return first(ReceiptPrinter.class);
    }

    /** The first card terminal. */
    public Optional<PaymentTerminal> terminal() {
        return first(PaymentTerminal.class);
    }

    /** The first lamp. */
    public Optional<StatusLight> light() {
        return first(StatusLight.class);
    }

    /** The first presence sensor. */
    public Optional<PresenceSensor> presence() {
        return first(PresenceSensor.class);
    }

    /** The first device of a port, in the order of their names. */
    public <T extends Device> Optional<T> first(Class<T> port) {
        return of(port).stream().findFirst();
    }

    /** All devices of a port, in the order of their names. */
    public <T extends Device> List<T> of(Class<T> port) {
        return devices.stream().filter(port::isInstance).map(port::cast).toList();
    }

    /** Every device, in the order of their names. */
    public List<Device> all() {
        return List.copyOf(devices);
    }

    /** What is wrong with the supervision of the drivers; empty while all is well. Never waits. */
    public Optional<String> trouble() {
        return watch.trouble();
    }

    /** Ends them all at once: one that hangs does not keep the others. */
    @Override
    public void close() {
        watch.close();
        List<Thread> closing =
                devices.stream()
                        .map(
                                device ->
                                        Thread.ofVirtual()
                                                .name(device.id() + "-close")
                                                .start(device::close))
                        .toList();
        long end = System.nanoTime() + CLOSE_LIMIT.toNanos();
        try {
            for (Thread thread : closing) {
                var _ = thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        surroundings.close();
    }
}
