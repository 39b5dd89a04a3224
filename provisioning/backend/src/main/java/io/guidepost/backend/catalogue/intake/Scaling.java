package io.guidepost.backend.catalogue.intake;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes any picture a JPEG of a bounded size. */
final class Scaling {
    private static final long MAX_PIXELS = 100_000_000;
    private static final float QUALITY = 0.86f;
    private static final int SMALL_ENOUGH = 600_000;

    private Scaling() {}

    /**
     * The picture within these bounds; a JPEG that fits them stays as it is.
     *
     * @throws BadPicture when the bytes are no picture that can be decoded, or a huge one
     */
    static byte[] toJpeg(byte[] original, Dimension bounds) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(original))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new BadPicture("is no JPEG, PNG, GIF or BMP");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return scaled(original, reader, bounds);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof BadPicture bad
                    ? bad
                    : new BadPicture("cannot be decoded; is the file whole?", e);
        }
    }

    private static byte[] scaled(byte[] original, ImageReader reader, Dimension bounds)
            throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
            throw new BadPicture("may have " + MAX_PIXELS / 1_000_000 + " megapixels");
        }
        double scale =
                Math.min(1, Math.min(bounds.getWidth() / width, bounds.getHeight() / height));
        ImageReadParam how = reader.getDefaultReadParam();
        // Whole steps while decoding keep huge pictures small; twice the size is left to smooth.
        int step = Math.max(1, (int) (1 / scale / 2));
        how.setSourceSubsampling(step, step, 0, 0);
        BufferedImage decoded = reader.read(0, how);
        boolean fits = scale == 1 && original.length <= SMALL_ENOUGH;
        if (fits && reader.getFormatName().equalsIgnoreCase("jpeg")) {
            return original;
        }
        return encoded(
                drawn(
                        decoded,
                        Math.max(1, (int) Math.round(width * scale)),
                        Math.max(1, (int) Math.round(height * scale))));
    }

    private static BufferedImage drawn(BufferedImage source, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(source, 0, 0, width, height, null);
        g.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
