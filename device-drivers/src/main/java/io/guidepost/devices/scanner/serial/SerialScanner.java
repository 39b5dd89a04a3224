package io.guidepost.devices.scanner.serial;

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
import io.guidepost.devices.transport.LineOpener;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A scanner on a serial line (RS-232, USB in virtual COM mode). An AIM identifier before the code
 * (ISO/IEC 15424) is understood and taken off.
 *
 * <p>Counts what {@link ScanOutlet} and {@link ConnectionLoop} count.
 */
public final class SerialScanner extends ManagedDevice implements CodeScanner {
    private static final Duration IDLE_TICK = Duration.ofMillis(500);

    private final Supplier<DeviceIdentity> identity;
    private final SerialScannerSettings settings;
    private final ScanOutlet outlet;
    private final ConnectionLoop loop;

    public SerialScanner(
            DeviceId id, LineOpener opener, SerialScannerSettings settings, InstantSource clock) {
        this(id, opener, () -> DeviceIdentity.UNKNOWN, settings, clock);
    }

    /**
     * One that can say which it is.
     *
     * @param identity asked each time that its line was opened
     */
    public SerialScanner(
            DeviceId id,
            LineOpener opener,
            Supplier<DeviceIdentity> identity,
            SerialScannerSettings settings,
            InstantSource clock) {
        super(id, clock);
        this.identity = identity;
        this.settings = settings;
        this.outlet = new ScanOutlet(state, settings.repeat());
        this.loop = new ConnectionLoop(state, opener, this::serve, Backoff.plugged());
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

    private void serve(ByteLine line) throws IOException {
        ScanFramer framer = new ScanFramer(settings, outlet);
        byte[] buffer = new byte[1024];
        state.identified(identity.get());
        state.ready();
        try {
            while (true) {
                // Only time spent waiting is a pause of the scanner; a busy kiosk makes none.
                long asked = System.nanoTime();
                int count = line.read(buffer, framer.inside() ? settings.patience() : IDLE_TICK);
                if (count == 0) {
                    framer.silence();
                } else {
                    framer.take(buffer, count, Duration.ofNanos(System.nanoTime() - asked));
                }
            }
        } finally {
            // The other half of what came before the plug was pulled will never come.
            framer.broken();
        }
    }
}
