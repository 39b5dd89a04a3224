package io.guidepost.devices.scanner.serial;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.Misread;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.Symbology;
import io.guidepost.devices.lifecycle.ConnectionLoop;
import io.guidepost.devices.lifecycle.Listeners;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.lifecycle.RepeatFilter;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.LineOpener;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scanner on a serial line (RS-232, USB in virtual COM mode). It must be set to end each code
 * with CR or LF; an AIM identifier before the code (ISO/IEC 15424) is understood and taken off.
 *
 * <p>Counts {@code reads}, {@code repeats}, {@code misreads}, {@code retries}.
 */
public final class SerialScanner extends ManagedDevice implements CodeScanner {
    private static final Pattern AIM =
            Pattern.compile("(][A-Za-z][0-9A-Za-z])(.+)", Pattern.DOTALL);
    private static final Duration IDLE_TICK = Duration.ofMillis(500);

    private final SerialScannerSettings settings;
    private final RepeatFilter repeats;
    private final ConnectionLoop loop;
    private final Listeners<Scan> scans = state.listeners();
    private final Listeners<Misread> misreads = state.listeners();

    public SerialScanner(
            DeviceId id, LineOpener opener, SerialScannerSettings settings, InstantSource clock) {
        super(id, clock);
        this.settings = settings;
        this.repeats = RepeatFilter.fixed(settings.repeat());
        this.loop = new ConnectionLoop(state, opener, this::serve);
    }

    @Override
    public Subscription onScan(Consumer<Scan> listener) {
        return scans.add(listener);
    }

    @Override
    public Subscription onMisread(Consumer<Misread> listener) {
        return misreads.add(listener);
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
        ScanFramer framer = new ScanFramer(settings.maxLength(), new Sink());
        byte[] buffer = new byte[1024];
        state.ready();
        try {
            while (true) {
                int count = line.read(buffer, framer.inside() ? settings.silence() : IDLE_TICK);
                if (count == 0) {
                    framer.silence();
                } else {
                    framer.take(buffer, count);
                }
            }
        } finally {
            // The other half of what came before the plug was pulled will never come.
            framer.silence();
        }
    }

    private final class Sink implements ScanFramer.Sink {
        @Override
        public void code(String text) {
            Matcher aim = AIM.matcher(text);
            Scan scan =
                    aim.matches()
                            ? new Scan(
                                    aim.group(2),
                                    Optional.of(aim.group(1)),
                                    Symbology.ofAim(aim.group(1)),
                                    state.now(),
                                    state.id())
                            : new Scan(
                                    text,
                                    Optional.empty(),
                                    Symbology.UNKNOWN,
                                    state.now(),
                                    state.id());
            if (repeats.isRepeat(scan.data())) {
                state.count("repeats");
            } else {
                state.count("reads");
                scans.tell(scan);
            }
        }

        @Override
        public void refused(Misread.Reason reason, int length) {
            state.count("misreads");
            misreads.tell(new Misread(reason, length, state.now(), state.id()));
        }
    }
}
