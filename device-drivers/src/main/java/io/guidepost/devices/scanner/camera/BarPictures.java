package io.guidepost.devices.scanner.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import io.guidepost.devices.Raster;
import java.util.BitSet;
import java.util.Map;

/** Draws bar codes that are not our own but that a printer must know; for simulators. */
public final class BarPictures {

    /** A symbology. */
    public enum Bars {
        UPC_A(BarcodeFormat.UPC_A),
        UPC_E(BarcodeFormat.UPC_E),
        EAN_13(BarcodeFormat.EAN_13),
        EAN_8(BarcodeFormat.EAN_8),
        CODE_39(BarcodeFormat.CODE_39),
        ITF(BarcodeFormat.ITF),
        CODABAR(BarcodeFormat.CODABAR),
        CODE_93(BarcodeFormat.CODE_93);

        private final BarcodeFormat format;

        Bars(BarcodeFormat format) {
            this.format = format;
        }
    }

    private BarPictures() {}

    /**
     * The bars of this code without quiet zone and digits.
     *
     * @param data what the symbology takes; a missing check digit is added
     * @param module dots of the narrowest bar, at least 1
     * @param height dots
     * @throws IllegalArgumentException if the symbology cannot hold the data
     */
    public static Raster bars(Bars symbology, String data, int module, int height) {
        BitMatrix one = encode(symbology.format, data);
        int width = one.getWidth() * module;
        BitSet dots = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                dots.set(y * width + x, one.get(x / module, 0));
            }
        }
        return new Raster(width, height, dots);
    }

    /**
     * A PDF417 symbol (ISO/IEC 15438) without quiet zone.
     *
     * @param module dots of the narrowest bar, at least 1
     */
    public static Raster pdf417(String data, int module) {
        BitMatrix one = encode(BarcodeFormat.PDF_417, data);
        int width = one.getWidth() * module;
        int height = one.getHeight() * module;
        BitSet dots = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                dots.set(y * width + x, one.get(x / module, y / module));
            }
        }
        return new Raster(width, height, dots);
    }

    private static BitMatrix encode(BarcodeFormat format, String data) {
        try {
            return new MultiFormatWriter()
                    .encode(data, format, 1, 1, Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("data does not fit " + format, e);
        }
    }
}
