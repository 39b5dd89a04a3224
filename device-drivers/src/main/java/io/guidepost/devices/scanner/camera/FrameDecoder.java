package io.guidepost.devices.scanner.camera;

import com.google.zxing.Binarizer;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds codes in a picture: EAN-13, EAN-8, UPC-A, UPC-E, Code 128, GS1 DataBar, QR and Data Matrix,
 * nothing else. Bars are read where the picture looks like bars, matrix codes in the whole picture,
 * then at other contrasts and sizes until something is found or the time is over. Frames do not
 * influence one another. For one thread at a time.
 */
public final class FrameDecoder {
    /** Larger pictures are made smaller first: more pixels cost time and find nothing more. */
    public static final int MOST_PIXELS = 1_300_000;

    /** In smaller pictures modules tend to be small, too. */
    private static final int SMALL_PIXELS = 100_000;

    /** Pixels of a side below which a patch is looked at twice as large. */
    private static final int SMALL_SIDE = 400;

    /** The last of the further looks that is taken although no corner of a QR code was seen. */
    private static final int ALWAYS = 2;

    private final Duration limit;
    private final BarReader bars = new BarReader();
    private final MatrixReader matrices = new MatrixReader();
    private int glances;

    /**
     * Makes a decoder.
     *
     * @param limit time for one picture
     */
    public FrameDecoder(Duration limit) {
        this.limit = limit;
    }

    /** The codes in this picture: at most one of bars and one of each matrix kind. */
    public List<DecodedCode> decode(BufferedImage picture) {
        return decode(GreyFrame.of(picture, MOST_PIXELS));
    }

    /** The codes in this frame: at most one of bars and one of each matrix kind. */
    public List<DecodedCode> decode(GreyFrame frame) {
        Deadline deadline = Deadline.in(limit);
        GreyFrame capped = capped(frame);
        matrices.forgetCorners();
        RegionFinder finder = RegionFinder.of(capped);
        List<DecodedCode> found = first(capped, finder, deadline);
        if (!found.isEmpty()) {
            return found;
        }
        if (finder.mayHoldMatrix()) {
            List<Supplier<Binarizer>> looks = looks(capped);
            for (int i = 0; i < looks.size() && !deadline.isOver(); i++) {
                List<DecodedCode> codes = matrices.read(looks.get(i).get(), deadline);
                if (!codes.isEmpty() || (i >= ALWAYS && !matrices.sawCorners())) {
                    return codes;
                }
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
        Deadline deadline = Deadline.in(limit);
        GreyFrame capped = capped(frame);
        matrices.forgetCorners();
        RegionFinder finder = RegionFinder.of(capped);
        List<DecodedCode> found = first(capped, finder, deadline);
        if (found.isEmpty() && finder.mayHoldMatrix()) {
            List<Supplier<Binarizer>> looks = looks(capped);
            glances = (glances + 1) % looks.size();
            found = matrices.read(looks.get(glances).get(), deadline);
        }
        return found;
    }

    private List<DecodedCode> first(GreyFrame frame, RegionFinder finder, Deadline deadline) {
        List<DecodedCode> found = new ArrayList<>();
        List<BarRegion> regions = finder.bars();
        bars.glance(frame, regions, deadline).ifPresent(found::add);
        if (finder.mayHoldMatrix()) {
            found.addAll(matrices.read(new HybridBinarizer(new GreySource(frame)), deadline));
            if (found.isEmpty()) {
                found.addAll(patches(frame, finder, deadline));
            }
        }
        if (found.isEmpty()) {
            bars.search(frame, regions, deadline).ifPresent(found::add);
        }
        return found;
    }

    /**
     * Matrix codes in the patches that stand out, each looked at alone and as large as it helps.
     */
    private List<DecodedCode> patches(GreyFrame frame, RegionFinder finder, Deadline deadline) {
        for (PatchRegion region : finder.patches()) {
            GreyFrame part = frame.part(region);
            GreyFrame large =
                    Math.max(part.width(), part.height()) < SMALL_SIDE ? part.scaled(2) : part;
            for (GreyFrame look : List.of(large, part, large.turned(22), large.turned(45))) {
                List<DecodedCode> codes =
                        matrices.read(new HybridBinarizer(new GreySource(look)), deadline);
                if (!codes.isEmpty()) {
                    return codes;
                }
            }
        }
        return List.of();
    }

    private static GreyFrame capped(GreyFrame frame) {
        double pixels = (double) frame.width() * frame.height();
        return pixels > MOST_PIXELS ? frame.scaled(Math.sqrt(MOST_PIXELS / pixels)) : frame;
    }

    /** From the likely and cheap to the rare and dear. */
    private static List<Supplier<Binarizer>> looks(GreyFrame frame) {
        boolean small = frame.width() * frame.height() < SMALL_PIXELS;
        return List.of(
                () -> new GlobalHistogramBinarizer(new GreySource(frame)),
                small
                        ? () -> new HybridBinarizer(new GreySource(frame.scaled(1.6)))
                        : () -> new HybridBinarizer(new GreySource(frame.turned(22))),
                () -> new HybridBinarizer(new GreySource(frame.scaled(0.5))),
                () -> new HybridBinarizer(new GreySource(frame.turned(45))),
                () -> new HybridBinarizer(new GreySource(capped(frame.scaled(1.6)).turned(22))),
                () -> new GlobalHistogramBinarizer(new GreySource(frame.scaled(0.5))),
                () -> new HybridBinarizer(new GreySource(capped(frame.scaled(2)))));
    }
}
