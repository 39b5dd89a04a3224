package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.Raster;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.BitSet;
import javax.imageio.ImageIO;

/**
 * Reads the picture that stands at the top of each receipt. It is sent with each receipt and not
 * kept in the printer: a printer that is exchanged needs no set-up, cheap ones keep nothing, and
 * what a logo takes (some 9 KB) is a moment on every line but a slow serial one.
 */
final class Logo {
    private static final int MOST_PIXELS = 4_000_000;
    private static final int MOST_HIGH = 400;
    private static final int DARK = 128;

    private Logo() {}

    /**
     * The picture in black and white, made smaller where it does not fit.
     *
     * @throws IllegalArgumentException if the file cannot be read or is no picture
     */
    static Raster read(String file, int dots) {
        BufferedImage picture;
        try {
            picture = ImageIO.read(Path.of(file).toFile());
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("must be a picture that can be read", e);
        }
        if (picture == null || (long) picture.getWidth() * picture.getHeight() > MOST_PIXELS) {
            throw new IllegalArgumentException("must be a PNG of at most 4 megapixels");
        }
        double scale =
                Math.min(
                        1,
                        Math.min(
                                (double) dots / picture.getWidth(),
                                (double) MOST_HIGH / picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        BitSet black = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                black.set(y * width + x, grey.getRaster().getSample(x, y, 0) < DARK);
            }
        }
        return new Raster(width, height, black);
    }
}
