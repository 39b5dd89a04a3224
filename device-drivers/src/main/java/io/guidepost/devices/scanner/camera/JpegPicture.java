package io.guidepost.devices.scanner.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads a camera's JPEG pictures and believes none that says it is huge. */
final class JpegPicture {
    /** No scanner's camera has more; two flipped bytes can ask for gigabytes. */
    private static final long MOST_PIXELS = 20_000_000;

    private JpegPicture() {}

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
            return pixels > MOST_PIXELS ? Optional.empty() : Optional.of(reader.read(0));
        } catch (IOException | RuntimeException _) {
            // The reader throws whatever it likes on a damaged picture.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }
}
