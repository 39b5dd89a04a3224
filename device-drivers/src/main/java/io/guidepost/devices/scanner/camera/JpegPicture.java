package io.guidepost.devices.scanner.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGImageReadParam;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads a camera's JPEG pictures and believes none that says it is huge. */
final class JpegPicture {
    /** No scanner's camera has more; two flipped bytes can ask for gigabytes. */
    private static final long MOST_PIXELS = 20_000_000;

    private JpegPicture() {}

    /**
     * USB cameras may leave the Huffman tables out of their pictures (AVI1 motion JPEG) and mean
     * those of ITU-T T.81 annex K. A picture's own tables come before them.
     */
    private static ImageReadParam withUsualTables(ImageReader reader) {
        ImageReadParam parameters = reader.getDefaultReadParam();
        if (parameters instanceof JPEGImageReadParam jpeg) {
            jpeg.setDecodeTables(
                    new JPEGQTable[] {JPEGQTable.K1Luminance, JPEGQTable.K2Chrominance},
                    new JPEGHuffmanTable[] {
                        JPEGHuffmanTable.StdDCLuminance, JPEGHuffmanTable.StdDCChrominance
                    },
                    new JPEGHuffmanTable[] {
                        JPEGHuffmanTable.StdACLuminance, JPEGHuffmanTable.StdACChrominance
                    });
        }
        return parameters;
    }

    /** The picture, or nothing when the bytes are damaged or no picture of a camera. */
    static Optional<BufferedImage> read(byte[] jpeg) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            return pixels > MOST_PIXELS
                    ? Optional.empty()
                    : Optional.of(reader.read(0, withUsualTables(reader)));
        } catch (IOException | RuntimeException _) {
            // The reader throws whatever it likes on a damaged picture.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }
}
