package io.guidepost.devices;

import java.time.Instant;
import java.util.Optional;

/**
 * A code as the scanner read it; nothing is interpreted yet.
 *
 * @param data the code's content without any prefix or line end; not empty
 * @param aimId the AIM symbology identifier the scanner sent, such as {@code ]E0} (ISO/IEC 15424)
 * @param symbology the kind of symbol, {@link Symbology#UNKNOWN} where the scanner did not say
 * @param at when it was complete
 * @param from the scanner
 */
public record Scan(
        String data, Optional<String> aimId, Symbology symbology, Instant at, DeviceId from) {
    public Scan {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("data of a scan must not be empty");
        }
    }
}
