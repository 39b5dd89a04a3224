package io.guidepost.devices.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Picture files of any kind that Java reads: PNG, JPEG, GIF, BMP, TIFF. */
final class PictureFile {
    /** Larger ones are read with fewer dots; no camera of a kiosk sends as many. */
    private static final long MOST_PIXELS = 24_000_000;

    private PictureFile() {}

    /**
     * Reads a picture.
     *
     * @throws IOException when it is none that can be read, with the reason in words
     */
    static BufferedImage read(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a kind of picture that can be read");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                ImageReadParam fewer = reader.getDefaultReadParam();
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
                fewer.setSourceSubsampling(step, step, 0, 0);
                return opaque(reader.read(0, fewer));
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            // The readers throw whatever they like on a damaged file.
            throw new IOException("damaged: " + e.getMessage(), e);
        }
    }

    /** Writes the picture in shades of grey, as netpbm's P5. */
    static void writePgm(BufferedImage picture, Path file) throws IOException {
        int width = picture.getWidth();
        BufferedImage grey =
                new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            String head = "P5\n%d %d\n255\n".formatted(width, picture.getHeight());
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            int[] row = new int[width];
            for (int y = 0; y < grey.getHeight(); y++) {
                for (int sample : grey.getRaster().getSamples(0, y, width, 1, 0, row)) {
                    out.write(sample);
                }
            }
        }
    }

    /** Codes with a see-through ground are meant to lie on white. */
    private static BufferedImage opaque(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage white =
                new BufferedImage(
                        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = white.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return white;
    }
}
