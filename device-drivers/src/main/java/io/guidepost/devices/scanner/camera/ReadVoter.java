package io.guidepost.devices.scanner.camera;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets a bar code through only when it is read twice: one noisy picture can give a wrong code with
 * a right check digit.
 */
final class ReadVoter {
    private static final long WINDOW_NANOS = Duration.ofSeconds(2).toNanos();

    private @Nullable DecodedCode last;
    private long lastNanos;

    boolean accepts(DecodedCode code) {
        if (!code.needsSecondRead()) {
            return true;
        }
        long now = System.nanoTime();
        boolean second = code.equals(last) && now - lastNanos < WINDOW_NANOS;
        last = code;
        lastNanos = now;
        return second;
    }
}
