package io.guidepost.devices.scanner.serial;

import java.time.Duration;

/**
 * How a serial scanner's characters become codes.
 *
 * @param silence how long a code may stop in its middle before what came is dropped
 * @param maxLength longest code in bytes, 1 to 8,192; the largest QR code holds 7,089 digits
 * @param repeat within this time the same code again is the same scan
 */
public record SerialScannerSettings(Duration silence, int maxLength, Duration repeat) {
    public static final SerialScannerSettings STANDARD =
            new SerialScannerSettings(Duration.ofMillis(500), 4096, Duration.ofSeconds(1));

    public SerialScannerSettings {
        if (silence.toMillis() < 10 || silence.toMillis() > 10_000) {
            throw new IllegalArgumentException("silence must be 10 ms to 10 s");
        }
        if (maxLength < 1 || maxLength > 8192) {
            throw new IllegalArgumentException("maxLength must be 1 to 8192, not " + maxLength);
        }
    }
}
