package io.guidepost.devices.scanner;

import io.guidepost.devices.Misread;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.Symbology;
import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.lifecycle.Listeners;
import io.guidepost.devices.lifecycle.RepeatFilter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The last step of a scanner that sends characters: takes the AIM identifier off, drops what is the
 * same scan, counts, and tells who listens. For the device's own thread; listeners may be added
 * from any.
 *
 * <p>Counts {@code reads}, {@code repeats}, {@code misreads}, and each misread under its reason as
 * well: {@code halves}, {@code glued}, {@code noise}, {@code too-long}, {@code wrong-layout}.
 */
public final class ScanOutlet implements ScanSink {
    private final DeviceState state;
    private final RepeatFilter repeats;
    private final Listeners<Scan> scans;
    private final Listeners<Misread> misreads;

    /**
     * @param repeat within this time the same code again is the same scan
     */
    public ScanOutlet(DeviceState state, Duration repeat) {
        this.state = state;
        this.repeats = RepeatFilter.fixed(repeat);
        this.scans = state.listeners();
        this.misreads = state.listeners();
    }

    public Subscription onScan(Consumer<Scan> listener) {
        return scans.add(listener);
    }

    public Subscription onMisread(Consumer<Misread> listener) {
        return misreads.add(listener);
    }

    @Override
    public void code(String text) {
        String body = CodeProof.withoutAim(text);
        if (body.isEmpty()) {
            refused(Misread.Reason.CUT_SHORT, text.length());
            return;
        }
        if (repeats.isRepeat(body)) {
            state.count("repeats");
            return;
        }
        Optional<String> aim =
                body.length() < text.length()
                        ? Optional.of(text.substring(0, CodeProof.AIM_LENGTH))
                        : Optional.empty();
        state.count("reads");
        scans.tell(
                new Scan(
                        body,
                        aim,
                        aim.map(Symbology::ofAim).orElse(Symbology.UNKNOWN),
                        state.now(),
                        state.id()));
    }

    @Override
    public void refused(Misread.Reason reason, int length) {
        state.count("misreads");
        state.count(
                switch (reason) {
                    case NOISE -> "noise";
                    case CUT_SHORT -> "halves";
                    case TOO_LONG -> "too-long";
                    case GLUED -> "glued";
                    case WRONG_LAYOUT -> "wrong-layout";
                });
        misreads.tell(new Misread(reason, length, state.now(), state.id()));
    }
}
