package io.guidepost.devices.scanner.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.oned.MultiFormatOneDReader;
import com.google.zxing.qrcode.QRCodeReader;
import io.guidepost.devices.Symbology;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds codes in a picture: EAN-13, EAN-8, UPC-A, UPC-E, Code 128, QR and Data Matrix, nothing
 * else. Looks at the picture as it is, then at other contrasts, sizes and angles until something is
 * found or the time is over. Frames do not influence one another. For one thread at a time.
 */
public final class FrameDecoder {
    /** Larger pictures are made smaller first: more pixels cost time and find nothing more. */
    public static final int MOST_PIXELS = 1_300_000;

    private static final char GS = 0x1d;

    private final long limitNanos;
    private final Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    private final Reader bars;
    private final List<Reader> matrices = List.of(new QRCodeReader(), new DataMatrixReader());
    private int glances;

    /**
     * Makes a decoder.
     *
     * @param limit time for one picture; the look under way when it is over is finished
     */
    public FrameDecoder(Duration limit) {
        this.limitNanos = limit.toNanos();
        hints.put(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(
                        BarcodeFormat.EAN_13,
                        BarcodeFormat.EAN_8,
                        BarcodeFormat.UPC_A,
                        BarcodeFormat.UPC_E,
                        BarcodeFormat.CODE_128));
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.ASSUME_GS1, true);
        this.bars = new MultiFormatOneDReader(hints);
    }

    /** The codes in this picture: at most one of bars and one of each matrix kind. */
    public List<DecodedCode> decode(BufferedImage picture) {
        return decode(GreyFrame.of(picture, MOST_PIXELS));
    }

    /** The codes in this frame: at most one of bars and one of each matrix kind. */
    public List<DecodedCode> decode(GreyFrame frame) {
        long end = System.nanoTime() + limitNanos;
        GreyFrame capped = capped(frame);
        for (Supplier<Binarizer> look : looks(capped)) {
            List<DecodedCode> found = look(new BinaryBitmap(look.get()), capped);
            if (!found.isEmpty() || System.nanoTime() - end > 0) {
                return found;
            }
        }
        return List.of();
    }

    /**
     * For one frame of many: looks at it as it is and in one other way, the next one with each
     * frame. Finds in a second what {@link #decode} finds at once, and leaves the processor to
     * others while nothing is in sight.
     */
    public List<DecodedCode> glance(GreyFrame frame) {
        GreyFrame capped = capped(frame);
        List<Supplier<Binarizer>> looks = looks(capped);
        List<DecodedCode> found = look(new BinaryBitmap(looks.getFirst().get()), capped);
        if (found.isEmpty()) {
            glances = glances % (looks.size() - 1) + 1;
            found = look(new BinaryBitmap(looks.get(glances).get()), capped);
        }
        return found;
    }

    private static GreyFrame capped(GreyFrame frame) {
        double pixels = (double) frame.width() * frame.height();
        return pixels > MOST_PIXELS ? frame.scaled(Math.sqrt(MOST_PIXELS / pixels)) : frame;
    }

    /** From the likely and cheap to the rare and dear. */
    private static List<Supplier<Binarizer>> looks(GreyFrame frame) {
        return List.of(
                () -> new HybridBinarizer(new GreySource(frame)),
                () -> new GlobalHistogramBinarizer(new GreySource(frame)),
                () -> new HybridBinarizer(new GreySource(frame.scaled(0.5))),
                () -> new HybridBinarizer(new GreySource(frame.turned(45))),
                () -> new GlobalHistogramBinarizer(new GreySource(frame.scaled(0.5))),
                () -> new HybridBinarizer(new GreySource(frame.turned(22))),
                () -> new HybridBinarizer(new GreySource(frame.turned(-22))),
                () -> new HybridBinarizer(new GreySource(frame.scaled(0.3))),
                () -> new HybridBinarizer(new GreySource(frame.scaled(1.6))));
    }

    private List<DecodedCode> look(BinaryBitmap bitmap, GreyFrame frame) {
        List<DecodedCode> found = new ArrayList<>();
        for (Reader reader : matrices) {
            read(reader, bitmap).ifPresent(found::add);
        }
        read(bars, bitmap)
                .filter(code -> !isWeak(code) || confirms(code, frame))
                .ifPresent(found::add);
        return found;
    }

    /** Short codes turn up in noise; EAN-13 and UPC-A, twice as long, hardly ever do. */
    private static boolean isWeak(DecodedCode code) {
        return code.needsSecondRead() && code.data().length() < 12;
    }

    /** Bars are still there when the picture is turned a little; what noise looked like is not. */
    private boolean confirms(DecodedCode code, GreyFrame frame) {
        BinaryBitmap turned =
                new BinaryBitmap(new HybridBinarizer(new GreySource(frame.turned(2))));
        return read(bars, turned).filter(code::equals).isPresent();
    }

    private Optional<DecodedCode> read(Reader reader, BinaryBitmap bitmap) {
        try {
            return Optional.of(code(reader.decode(bitmap, hints)));
        } catch (ReaderException _) {
            return Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            // The library's detectors slip on some noise; such a picture holds no code that could
            // be read.
            return Optional.empty();
        } finally {
            // What a reader remembers of one picture spoils the next.
            reader.reset();
        }
    }

    private static DecodedCode code(Result result) {
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
        return new DecodedCode(text, symbology(result.getBarcodeFormat(), aim.orElse("")), aim);
    }

    private static Symbology symbology(BarcodeFormat format, String aim) {
        return switch (format) {
            case EAN_13 -> Symbology.EAN_13;
            case EAN_8 -> Symbology.EAN_8;
            case UPC_A -> Symbology.UPC_A;
            case UPC_E -> Symbology.UPC_E;
            case CODE_128 -> aim.equals("]C1") ? Symbology.GS1_128 : Symbology.CODE_128;
            case QR_CODE ->
                    aim.equals("]Q3") || aim.equals("]Q4") ? Symbology.GS1_QR : Symbology.QR;
            case DATA_MATRIX ->
                    aim.equals("]d2") ? Symbology.GS1_DATA_MATRIX : Symbology.DATA_MATRIX;
            default -> Symbology.UNKNOWN;
        };
    }
}
