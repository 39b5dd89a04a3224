package io.guidepost.devices.scanner.serial;

import io.guidepost.devices.scanner.Suffix;
import java.time.Duration;

/**
 * How a serial scanner's characters become codes.
 *
 * @param suffix what the scanner sends behind each code
 * @param pause longer than the scanner ever stops inside a code, 10 ms to 5 s and shorter than the
 *     silence: after it another code may have begun. Without a suffix it ends the code
 * @param silence how long a code may stop in its middle before what came is dropped, 10 ms to 10 s
 * @param maxLength longest code in bytes, 1 to 8,192; the largest QR code holds 7,089 digits
 * @param repeat within this time the same code again is the same scan
 */
public record SerialScannerSettings(
        Suffix suffix, Duration pause, Duration silence, int maxLength, Duration repeat) {
    public static final SerialScannerSettings STANDARD =
            new SerialScannerSettings(
                    Suffix.ANY,
                    Duration.ofMillis(100),
                    Duration.ofMillis(500),
                    4096,
                    Duration.ofSeconds(1));

    public SerialScannerSettings {
        if (silence.toMillis() < 10 || silence.toMillis() > 10_000) {
            throw new IllegalArgumentException("silence must be 10 ms to 10 s");
        }
        if (pause.toMillis() < 10 || pause.toMillis() > 5_000) {
            throw new IllegalArgumentException("pause must be 10 ms to 5 s");
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
