package io.guidepost.devices.scanner.camera;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ZXing's readers of QR codes and Data Matrix, which end in time whatever they are shown. */
final class MatrixReader {
    /** A picture with more places that look like a corner of a QR code is noise or fabric. */
    private static final int MOST_POINTS = 400;

    private final List<Reader> readers = List.of(new QRCodeReader(), new DataMatrixReader());

    private int corners;

    /** From now on only corners seen later count. */
    void forgetCorners() {
        corners = 0;
    }

    /** Whether something like two corners of a QR code was seen. */
    boolean sawCorners() {
        return corners >= 2;
    }

    /** The codes of a picture in black and white: at most one of each kind. */
    List<DecodedCode> read(Binarizer binarizer, Deadline deadline) {
        BinaryBitmap bitmap = new BinaryBitmap(binarizer);
        List<DecodedCode> found = new ArrayList<>();
        for (Reader reader : readers) {
            if (!deadline.isOver()) {
                read(reader, bitmap, deadline).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<DecodedCode> read(Reader reader, BinaryBitmap bitmap, Deadline deadline) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.NEED_RESULT_POINT_CALLBACK, limit(deadline));
        try {
            return Optional.of(ZxingCodes.code(reader.decode(bitmap, hints)));
        } catch (ReaderException _) {
            return Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | TooLong _) {
            // The library's detectors slip on some noise; such a picture holds no code that could
            // be read.
            return Optional.empty();
        } finally {
            // What a reader remembers of one picture spoils the next.
            reader.reset();
        }
    }

    /** The library tells of each point it finds; that is where it can be stopped. */
    private ResultPointCallback limit(Deadline deadline) {
        int[] points = {0};
        return _ -> {
            corners = Math.max(corners, points[0] + 1);
            if (++points[0] > MOST_POINTS || deadline.isOver()) {
                throw new TooLong();
            }
        };
    }

    /** Ends a look from inside the library. */
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("too long", null, false, false);
        }
    }
}
