package io.guidepost.devices.scanner.camera;

import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.oned.EAN13Reader;
import com.google.zxing.oned.OneDReader;
import com.google.zxing.oned.rss.RSS14Reader;
import com.google.zxing.oned.rss.expanded.RSSExpandedReader;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ZXing's readers of bars on our own lines, whose edges are known finer than a pixel. */
final class LineReaders {
    private static final int FINE = 4;

    /** Equal reads from different lines that make a code. */
    private static final int ENOUGH = 2;

    private final Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    private final List<OneDReader> readers =
            List.of(
                    new EAN13Reader(),
                    new Code128Reader(),
                    new RSS14Reader(),
                    new RSSExpandedReader());

    LineReaders() {
        hints.put(DecodeHintType.ASSUME_GS1, true);
    }

    /** The first code that enough lines agree on. */
    Optional<DecodedCode> read(List<BarReader.Line> lines, Deadline deadline) {
        Map<DecodedCode, Integer> votes = new HashMap<>();
        try {
            for (int i = 0; i < lines.size() && !deadline.isOver(); i++) {
                BitArray bits = Edges.of(lines.get(i).values(), 0.25).bits(FINE);
                for (int way = 0; way < 2; way++) {
                    for (OneDReader reader : readers) {
                        Optional<DecodedCode> code = row(reader, i, bits);
                        if (code.isPresent()
                                && votes.merge(code.get(), 1, Integer::sum) >= ENOUGH) {
                            return code;
                        }
                    }
                    bits.reverse();
                }
            }
        } finally {
            readers.forEach(OneDReader::reset);
        }
        return Optional.empty();
    }

    private Optional<DecodedCode> row(OneDReader reader, int row, BitArray bits) {
        try {
            Result result = reader.decodeRow(row, bits, hints);
            return Optional.of(ZxingCodes.code(result));
        } catch (ReaderException _) {
            return Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
