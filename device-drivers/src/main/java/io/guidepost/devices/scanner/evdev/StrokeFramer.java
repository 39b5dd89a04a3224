package io.guidepost.devices.scanner.evdev;

import io.guidepost.devices.Misread;
import io.guidepost.devices.scanner.Borders;
import io.guidepost.devices.scanner.ScanSink;
import io.guidepost.devices.scanner.Suffix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Joins strokes into codes, by what the scanner types behind each and by the kernel's time between
 * them. For one thread.
 */
final class StrokeFramer {
    private static final int EOT = 0x04;
    private static final int GS = 0x1d;
    private static final int RS = 0x1e;

    private final EvdevSettings settings;
    private final LayoutCheck layouts;
    private final ScanSink sink;
    private final List<Stroke> strokes = new ArrayList<>();

    /** Places in the strokes before which the scanner paused. */
    private final List<Integer> pauses = new ArrayList<>();

    private int length;
    private long lastMicros;

    /** Events are missing: nothing up to the next end can be believed. */
    private boolean broken;

    StrokeFramer(EvdevSettings settings, LayoutCheck layouts, ScanSink sink) {
        this.settings = settings;
        this.layouts = layouts;
        this.sink = sink;
    }

    /** Whether a code has begun and not ended. */
    boolean inside() {
        return length > 0 || broken;
    }

    /**
     * Something was typed.
     *
     * @param micros the kernel's time of it
     */
    void take(Stroke stroke, long micros) {
        long waited = micros - lastMicros;
        if (inside() && waited > settings.patience().toNanos() / 1000) {
            silence();
        }
        lastMicros = micros;
        if (ends(stroke)) {
            end();
            return;
        }
        if (length > 0 && waited > settings.pause().toNanos() / 1000) {
            pauses.add(strokes.size());
        }
        // A long one is counted to its end but kept only up to the limit.
        if (length < settings.maxLength()) {
            strokes.add(stroke);
        }
        length++;
    }

    /** Nothing was typed for as long as a code may stop in its middle. */
    void silence() {
        if (settings.suffix() == Suffix.NONE && !broken) {
            end();
        } else {
            drop();
        }
    }

    /**
     * The kernel lost events.
     *
     * @param micros the kernel's time of it
     */
    void lost(long micros) {
        broken = true;
        lastMicros = micros;
    }

    /** The rest of what came will never come. */
    void drop() {
        if (inside()) {
            int had = length;
            clear();
            sink.refused(Misread.Reason.CUT_SHORT, had);
        }
    }

    private boolean ends(Stroke stroke) {
        char typed =
                switch (stroke) {
                    case Stroke.Typed(char character) -> character;
                    // Ctrl with J and M, which no layout moves from where scanners press them.
                    case Stroke.Control(int code, _) -> code == 36 ? '\n' : code == 50 ? '\r' : 0;
                    case Stroke.Key _, Stroke.Nothing _ -> 0;
                };
        return settings.suffix().ends(-1, typed)
                || (typed == '\t' && settings.suffix() == Suffix.ANY);
    }

    private void end() {
        if (broken) {
            drop();
            return;
        }
        if (length == 0) {
            return;
        }
        List<Stroke> code = List.copyOf(strokes);
        List<Integer> stops = List.copyOf(pauses);
        int had = length;
        clear();
        if (had > settings.maxLength()) {
            sink.refused(Misread.Reason.TOO_LONG, had);
            return;
        }
        Optional<String> typed = Stroke.text(code, settings.layout());
        if (layouts.foreign(code, typed)) {
            sink.refused(Misread.Reason.WRONG_LAYOUT, had);
            return;
        }
        Optional<String> text = typed.filter(StrokeFramer::isCode);
        if (text.isEmpty()) {
            sink.refused(Misread.Reason.NOISE, had);
            return;
        }
        tell(text.get(), code, stops);
    }

    private void tell(String text, List<Stroke> code, List<Integer> stops) {
        List<Integer> places =
                stops.stream()
                        .map(at -> Stroke.text(code.subList(0, at), settings.layout()))
                        .map(before -> before.map(String::length).orElse(0))
                        .toList();
        OptionalInt begin = Borders.begin(text, places);
        if (begin.isEmpty()) {
            sink.refused(Misread.Reason.GLUED, text.length());
            return;
        }
        if (begin.getAsInt() > 0) {
            sink.refused(Misread.Reason.CUT_SHORT, begin.getAsInt());
        }
        sink.code(text.substring(begin.getAsInt()));
    }

    private void clear() {
        strokes.clear();
        pauses.clear();
        length = 0;
        broken = false;
    }

    private static boolean isCode(String text) {
        return !text.isBlank() && text.chars().noneMatch(StrokeFramer::forbidden);
    }

    private static boolean forbidden(int c) {
        return Character.isISOControl(c) && c != GS && c != RS && c != EOT;
    }
}
