package io.guidepost.devices.scanner.serial;

import io.guidepost.devices.Misread;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Joins the pieces a scanner sends into codes. A code ends with CR, LF or both; it is text in UTF-8
 * without control characters other than the separators that GS1 and ISO/IEC 15434 use (GS, RS,
 * EOT).
 */
final class ScanFramer {

    /** Where codes and refusals go. */
    interface Sink {
        void code(String text);

        void refused(Misread.Reason reason, int length);
    }

    private static final int EOT = 0x04;
    private static final int GS = 0x1d;
    private static final int RS = 0x1e;

    private final int maxLength;
    private final Sink sink;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private int length;

    ScanFramer(int maxLength, Sink sink) {
        this.maxLength = maxLength;
        this.sink = sink;
    }

    /** Whether a code has begun and not ended. */
    boolean inside() {
        return length > 0;
    }

    void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n') {
                end();
            } else {
                // A long one is counted to its end but kept only up to the limit.
                if (length < maxLength) {
                    frame.write(bytes[i]);
                }
                length++;
            }
        }
    }

    /** The line was silent for too long. */
    void silence() {
        if (inside()) {
            sink.refused(Misread.Reason.CUT_SHORT, length);
            clear();
        }
    }

    private void end() {
        if (!inside()) {
            return;
        }
        int had = length;
        byte[] bytes = frame.toByteArray();
        clear();
        if (had > maxLength) {
            sink.refused(Misread.Reason.TOO_LONG, had);
            return;
        }
        text(bytes).ifPresentOrElse(sink::code, () -> sink.refused(Misread.Reason.NOISE, had));
    }

    private void clear() {
        frame.reset();
        length = 0;
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
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
