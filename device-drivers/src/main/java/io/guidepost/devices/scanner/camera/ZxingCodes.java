package io.guidepost.devices.scanner.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import io.guidepost.devices.Symbology;
import java.util.Optional;

/** ZXing's results in our words. */
final class ZxingCodes {
    private static final char GS = 0x1d;

    private ZxingCodes() {}

    static DecodedCode code(Result result) {
        Optional<String> aim =
                Optional.ofNullable(result.getResultMetadata())
                        .map(m -> m.get(ResultMetadataType.SYMBOLOGY_IDENTIFIER))
                        .map(Object::toString);
        String text = result.getText();
        if (text.startsWith("]C1")) {
            text = text.substring(3);
        }
        if (text.length() > 1 && text.charAt(0) == GS) {
            text = text.substring(1);
        }
        Symbology symbology = symbology(result.getBarcodeFormat(), aim.orElse(""));
        if (symbology == Symbology.EAN_13 && text.charAt(0) == '0') {
            return new DecodedCode(text.substring(1), Symbology.UPC_A, aim);
        }
        return new DecodedCode(text, symbology, aim);
    }

    private static Symbology symbology(BarcodeFormat format, String aim) {
        return switch (format) {
            case EAN_13 -> Symbology.EAN_13;
            case EAN_8 -> Symbology.EAN_8;
            case UPC_A -> Symbology.UPC_A;
            case UPC_E -> Symbology.UPC_E;
            case CODE_128 -> aim.equals("]C1") ? Symbology.GS1_128 : Symbology.CODE_128;
            case RSS_14, RSS_EXPANDED -> Symbology.GS1_DATABAR;
            case QR_CODE ->
                    aim.equals("]Q3") || aim.equals("]Q4") ? Symbology.GS1_QR : Symbology.QR;
            case DATA_MATRIX ->
                    aim.equals("]d2") ? Symbology.GS1_DATA_MATRIX : Symbology.DATA_MATRIX;
            default -> Symbology.UNKNOWN;
        };
    }
}
