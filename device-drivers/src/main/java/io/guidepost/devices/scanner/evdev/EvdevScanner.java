package io.guidepost.devices.scanner.evdev;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.Misread;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.lifecycle.Backoff;
import io.guidepost.devices.lifecycle.ConnectionLoop;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.scanner.ScanOutlet;
import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A scanner that types like a keyboard, read at its event device: nobody else gets its keys, and
 * the focus of any window is no matter. Where the kernel refuses to keep the keys from others it
 * still reads and says degraded.
 *
 * <p>Counts what {@link ScanOutlet} and {@link ConnectionLoop} count, {@code kernel-overruns} and
 * {@code stuck-modifiers}.
 */
public final class EvdevScanner extends ManagedDevice implements CodeScanner {
    private static final Duration IDLE_TICK = Duration.ofMillis(500);
    private static final int MOST_EVENTS_AT_ONCE = 64;

    private final EvdevFinder finder;
    private final EvdevSettings settings;
    private final LayoutCheck layouts;
    private final ScanOutlet outlet;
    private final ConnectionLoop loop;

    /** Opened last, by the thread that serves it. */
    private volatile @Nullable EvdevNode opened;

    /**
     * @param dev where device files are, usually {@code /dev}
     * @param sys where the kernel tells of devices, usually {@code /sys}
     */
    public EvdevScanner(
            DeviceId id,
            EvdevAddress address,
            EvdevSettings settings,
            Path dev,
            Path sys,
            InstantSource clock) {
        super(id, clock);
        this.finder = new EvdevFinder(address, dev, sys);
        this.settings = settings;
        this.layouts = new LayoutCheck(settings.layout());
        this.outlet = new ScanOutlet(state, settings.repeat());
        this.loop = new ConnectionLoop(state, this::open, this::serve, Backoff.plugged());
    }

    @Override
    public Subscription onScan(Consumer<Scan> listener) {
        return outlet.onScan(listener);
    }

    @Override
    public Subscription onMisread(Consumer<Misread> listener) {
        return outlet.onMisread(listener);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void close() {
        loop.close();
    }

    private ByteLine open() throws IOException {
        Path path = finder.find();
        EvdevNode node;
        try {
            node = EvdevFinder.open(path);
        } catch (AccessDeniedException e) {
            state.tested(false, "this user may not read " + path + ": the udev rule is missing");
            throw e;
        }
        opened = node;
        try {
            identify(node, path);
        } catch (IOException e) {
            node.close();
            throw e;
        }
        return node;
    }

    private void identify(EvdevNode node, Path path) throws IOException {
        EvdevNode.Id id = node.id();
        HexFormat hex = HexFormat.of();
        state.identified(
                new DeviceIdentity(
                        hex.toHexDigits((short) id.vendor()),
                        hex.toHexDigits((short) id.product()) + " " + node.name(),
                        node.serial(),
                        path.toString()));
    }

    private void serve(ByteLine line) throws IOException {
        EvdevNode node = opened;
        if (node == null) {
            return;
        }
        boolean grabbed = node.grab();
        node.monotonic();
        StrokeFramer framer = new StrokeFramer(settings, layouts, outlet);
        EventReader events = new EventReader(node, framer, state::count);
        byte[] buffer = new byte[MOST_EVENTS_AT_ONCE * InputEvent.BYTES];
        try {
            while (true) {
                tell(grabbed);
                int count = line.read(buffer, framer.inside() ? settings.patience() : IDLE_TICK);
                if (count > 0) {
                    events.take(buffer, count);
                } else {
                    events.rest();
                    grabbed = grabbed || node.grab();
                }
            }
        } finally {
            framer.drop();
        }
    }

    private void tell(boolean grabbed) {
        String layout =
                layouts.suspected()
                        .map(
                                other ->
                                        "the scanner types on keyboard layout "
                                                + other.word()
                                                + " and is read as "
                                                + settings.layout().word()
                                                + ": set the scanner or the key layout")
                        .orElse("");
        String grab = grabbed ? "" : "another program reads this scanner as well";
        if (layout.isEmpty() && grab.isEmpty()) {
            state.ready();
            state.tested(true, "the kernel gives its keys to the kiosk alone");
        } else {
            String reason = layout + (layout.isEmpty() || grab.isEmpty() ? "" : "; ") + grab;
            state.degraded(reason);
            state.tested(false, reason);
        }
    }
}
