package io.guidepost.devices.scanner.evdev;

import io.guidepost.devices.scanner.Suffix;
import java.time.Duration;

/**
 * How the keys of a scanner become codes.
 *
 * @param layout the keyboard layout the scanner is set to
 * @param suffix what the scanner types behind each code: {@link Suffix#ANY} for Enter or Tab,
 *     {@link Suffix#CR} for Enter, {@link Suffix#TAB}, {@link Suffix#NONE}
 * @param pause longer than the scanner ever stops between two keys of a code, 10 ms to 5 s: after
 *     it another code may have begun. Without a suffix it ends the code
 * @param silence how long a code may stop in its middle before what came is dropped, 10 ms to 10 s
 * @param maxLength longest code in characters, 1 to 8,192
 * @param repeat within this time the same code again is the same scan
 */
public record EvdevSettings(
        KeyLayout layout,
        Suffix suffix,
        Duration pause,
        Duration silence,
        int maxLength,
        Duration repeat) {
    public static final EvdevSettings STANDARD =
            new EvdevSettings(
                    KeyLayout.US,
                    Suffix.ANY,
                    Duration.ofMillis(100),
                    Duration.ofMillis(500),
                    4096,
                    Duration.ofSeconds(1));

    public EvdevSettings {
        if (pause.toMillis() < 10 || pause.toMillis() > 5_000) {
            throw new IllegalArgumentException("pause must be 10 ms to 5 s");
        }
        if (silence.toMillis() < 10 || silence.toMillis() > 10_000) {
            throw new IllegalArgumentException("silence must be 10 ms to 10 s");
        }
        if (maxLength < 1 || maxLength > 8192) {
            throw new IllegalArgumentException("maxLength must be 1 to 8192, not " + maxLength);
        }
    }

    /** How long to wait for the rest of a code that has begun. */
    Duration patience() {
        return suffix == Suffix.NONE ? pause : silence;
    }
}
