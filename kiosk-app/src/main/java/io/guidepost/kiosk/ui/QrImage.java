package io.guidepost.kiosk.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.geometry.NodeOrientation;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * A QR code with its quiet zone of four modules (ISO/IEC 18004), dark on light in every look, so
 * that phones read it.
 */
public final class QrImage extends Region {
    private static final int QUIET = 4;

    private final ImageView view = new ImageView();
    private final BitMatrix code;

    /**
     * @param content at most 1,200 characters
     */
    public QrImage(String content) {
        BitMatrix matrix;
        try {
            matrix =
                    new QRCodeWriter()
                            .encode(
                                    content,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(
                                            EncodeHintType.MARGIN,
                                            QUIET,
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M,
                                            EncodeHintType.CHARACTER_SET,
                                            "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "content of a QR code: " + content.length() + " characters do not fit", e);
        }
        code = matrix;
        view.setManaged(false);
        getChildren().add(view);
        getStyleClass().add("qr");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    }

    /** Each module gets the same number of whole pixels. */
    @Override
    protected void layoutChildren() {
        int modules = code.getWidth();
        int pixels = Math.max(1, (int) (Math.min(getWidth(), getHeight()) / modules));
        int size = pixels * modules;
        if (view.getImage() == null || view.getImage().getWidth() != size) {
            WritableImage image = new WritableImage(size, size);
            PixelWriter writer = image.getPixelWriter();
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    writer.setColor(
                            x, y, code.get(x / pixels, y / pixels) ? Color.BLACK : Color.WHITE);
                }
            }
            view.setImage(image);
        }
        view.relocate(Math.rint((getWidth() - size) / 2), Math.rint((getHeight() - size) / 2));
    }
}
