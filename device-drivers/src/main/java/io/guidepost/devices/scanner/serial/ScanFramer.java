package io.guidepost.devices.scanner.serial;

import io.guidepost.devices.Misread;
import io.guidepost.devices.scanner.Borders;
import io.guidepost.devices.scanner.ScanSink;
import io.guidepost.devices.scanner.Suffix;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Joins the pieces a scanner sends into codes. A code is text in UTF-8 without control characters
 * other than the separators that GS1 and ISO/IEC 15434 use (GS, RS, EOT).
 */
final class ScanFramer {
    private static final int EOT = 0x04;
    private static final int GS = 0x1d;
    private static final int RS = 0x1e;

    private final SerialScannerSettings settings;
    private final ScanSink sink;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

    /** Places in the frame before which the line paused. */
    private final List<Integer> pauses = new ArrayList<>();

    private int length;
    private int before = -1;

    ScanFramer(SerialScannerSettings settings, ScanSink sink) {
        this.settings = settings;
        this.sink = sink;
    }

    /** Whether a code has begun and not ended. */
    boolean inside() {
        return length > 0;
    }

    /**
     * Takes what came.
     *
     * @param waited how long nothing was there before it
     */
    void take(byte[] bytes, int count, Duration waited) {
        if (inside() && waited.compareTo(settings.pause()) > 0) {
            if (settings.suffix() == Suffix.NONE) {
                end(length);
            } else if (length < settings.maxLength()) {
                pauses.add(length);
            }
        }
        for (int i = 0; i < count; i++) {
            take(bytes[i]);
        }
    }

    private void take(byte now) {
        if (settings.suffix().ends(before, now)) {
            end(settings.suffix() == Suffix.CRLF ? length - 1 : length);
        } else if (inside() || (now != '\r' && now != '\n')) {
            // A long one is counted to its end but kept only up to the limit.
            if (length <= settings.maxLength()) {
                frame.write(now);
            }
            length++;
        }
        before = now;
    }

    /** The line was silent for as long as a code may stop in its middle. */
    void silence() {
        if (settings.suffix() == Suffix.NONE) {
            end(length);
        } else {
            broken();
        }
    }

    /** The rest of what came will never come. */
    void broken() {
        if (inside()) {
            int had = length;
            clear();
            sink.refused(Misread.Reason.CUT_SHORT, had);
        }
    }

    private void end(int had) {
        byte[] bytes = frame.toByteArray();
        List<Integer> stops = List.copyOf(pauses);
        clear();
        if (had <= 0) {
            return;
        }
        if (had > settings.maxLength()) {
            sink.refused(Misread.Reason.TOO_LONG, had);
            return;
        }
        Optional<String> text = text(bytes, had);
        if (text.isEmpty()) {
            sink.refused(Misread.Reason.NOISE, had);
            return;
        }
        OptionalInt begin =
                Borders.begin(
                        text.get(),
                        stops.stream()
                                .map(at -> new String(bytes, 0, at, StandardCharsets.UTF_8))
                                .map(String::length)
                                .toList());
        if (begin.isEmpty()) {
            sink.refused(Misread.Reason.GLUED, had);
            return;
        }
        if (begin.getAsInt() > 0) {
            sink.refused(Misread.Reason.CUT_SHORT, begin.getAsInt());
        }
        sink.code(text.get().substring(begin.getAsInt()));
    }

    private void clear() {
        frame.reset();
        pauses.clear();
        length = 0;
    }

    private static Optional<String> text(byte[] bytes, int length) {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, 0, length))
                            .toString();
            return text.isBlank() || text.chars().anyMatch(ScanFramer::forbidden)
                    ? Optional.empty()
                    : Optional.of(text);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean forbidden(int c) {
        return Character.isISOControl(c) && c != GS && c != RS && c != EOT;
    }
}
