package io.guidepost.devices.scanner.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.guidepost.devices.Raster;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;

/** Draws codes as dots; for paper, labels and simulators. */
public final class CodePictures {
    private CodePictures() {}

    /**
     * A QR code (ISO/IEC 18004), error correction M, without quiet zone.
     *
     * @param data 1 to 1,000 bytes in UTF-8
     * @param module dots per module, at least 1
     */
    public static Raster qr(String data, int module) {
        // The character set is only named where it matters: some readers trip over it.
        Map<EncodeHintType, String> hints =
                StandardCharsets.US_ASCII.newEncoder().canEncode(data)
                        ? Map.of()
                        : Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        ByteMatrix matrix;
        try {
            matrix = Encoder.encode(data, ErrorCorrectionLevel.M, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("data does not fit a QR code", e);
        }
        int side = matrix.getWidth() * module;
        BitSet dots = new BitSet(side * side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                dots.set(y * side + x, matrix.get(x / module, y / module) == 1);
            }
        }
        return new Raster(side, side, dots);
    }

    /** How many modules a QR code of this data has on each side. */
    public static int qrModules(String data) {
        return qr(data, 1).width();
    }

    /**
     * The bars of an EAN-13 (ISO/IEC 15420), without quiet zone and digits.
     *
     * @param digits 13, with the right check digit
     * @param module dots per module, at least 1
     * @param height dots
     */
    public static Raster ean13(String digits, int module, int height) {
        BitMatrix bars =
                new EAN13Writer()
                        .encode(
                                digits,
                                BarcodeFormat.EAN_13,
                                0,
                                1,
                                Map.of(EncodeHintType.MARGIN, 0));
        int width = bars.getWidth() * module;
        BitSet dots = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                dots.set(y * width + x, bars.get(x / module, 0));
            }
        }
        return new Raster(width, height, dots);
    }
}
