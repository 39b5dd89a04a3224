package io.guidepost.devices.scanner.camera;

import io.guidepost.devices.Symbology;
import java.util.Optional;

/**
 * A code found in a picture; its check digit or error correction held.
 *
 * @param data its content; GS1 separators are kept, a leading FNC1 is told by the AIM identifier
 * @param symbology the kind of symbol
 * @param aimId as a hand scanner would send it (ISO/IEC 15424)
 */
public record DecodedCode(String data, Symbology symbology, Optional<String> aimId) {

    /**
     * Whether one read alone may be wrong although its check digit is right: true of bars, not of
     * matrix codes.
     */
    public boolean needsSecondRead() {
        return switch (symbology) {
            case QR, GS1_QR, DATA_MATRIX, GS1_DATA_MATRIX -> false;
            case EAN_13, EAN_8, UPC_A, UPC_E, CODE_128, GS1_128, GS1_DATABAR, UNKNOWN -> true;
        };
    }
}
