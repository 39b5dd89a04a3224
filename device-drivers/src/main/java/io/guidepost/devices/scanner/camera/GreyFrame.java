package io.guidepost.devices.scanner.camera;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** One picture of a camera in shades of grey; cannot be changed. */
public final class GreyFrame {
    private final int width;
    private final int height;
    private final byte[] luminance;

    private GreyFrame(int width, int height, byte[] luminance) {
        this.width = width;
        this.height = height;
        this.luminance = luminance;
    }

    /**
     * A frame of these bytes.
     *
     * @param luminance row by row, one byte per pixel, 0 black, 255 white
     */
    public static GreyFrame of(int width, int height, byte[] luminance) {
        if (width < 1 || height < 1 || luminance.length != width * height) {
            throw new IllegalArgumentException("luminance must have width times height bytes");
        }
        return new GreyFrame(width, height, luminance.clone());
    }

    /** The picture in shades of grey, made smaller where it has more pixels than this. */
    public static GreyFrame of(BufferedImage picture, int mostPixels) {
        double pixels = (double) picture.getWidth() * picture.getHeight();
        double scale = Math.min(1, Math.sqrt(mostPixels / pixels));
        return draw(
                picture,
                Math.max(1, (int) (picture.getWidth() * scale)),
                Math.max(1, (int) (picture.getHeight() * scale)));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** A part of it; what lies outside is left out. */
    GreyFrame part(PatchRegion region) {
        int left = Math.clamp(region.left(), 0, width - 1);
        int top = Math.clamp(region.top(), 0, height - 1);
        int partWidth = Math.clamp(region.left() + region.width() - left, 1, width - left);
        int partHeight = Math.clamp(region.top() + region.height() - top, 1, height - top);
        byte[] part = new byte[partWidth * partHeight];
        for (int y = 0; y < partHeight; y++) {
            System.arraycopy(luminance, (top + y) * width + left, part, y * partWidth, partWidth);
        }
        return new GreyFrame(partWidth, partHeight, part);
    }

    /** The same picture with its sides this many times as long. */
    GreyFrame scaled(double factor) {
        return draw(
                picture(),
                Math.max(1, (int) (width * factor)),
                Math.max(1, (int) (height * factor)));
    }

    /** The same picture turned clockwise on a white ground. */
    GreyFrame turned(int degrees) {
        double radians = Math.toRadians(degrees);
        int w =
                (int)
                        Math.ceil(
                                width * Math.abs(Math.cos(radians))
                                        + height * Math.abs(Math.sin(radians)));
        int h =
                (int)
                        Math.ceil(
                                height * Math.abs(Math.cos(radians))
                                        + width * Math.abs(Math.sin(radians)));
        BufferedImage target = white(w, h);
        Graphics2D graphics = smooth(target);
        graphics.translate(w / 2.0, h / 2.0);
        graphics.rotate(radians);
        graphics.translate(-width / 2.0, -height / 2.0);
        graphics.drawImage(picture(), 0, 0, null);
        graphics.dispose();
        return new GreyFrame(w, h, bytes(target));
    }

    /** The brightness between pixels; outside, that of the nearest one. */
    double at(double x, double y) {
        double inX = Math.clamp(x, 0, width - 1.001);
        double inY = Math.clamp(y, 0, height - 1.001);
        int left = (int) inX;
        int top = (int) inY;
        double right = inX - left;
        double low = inY - top;
        int i = top * width + left;
        int stepX = width > 1 ? 1 : 0;
        int stepY = height > 1 ? width : 0;
        double upper = (luminance[i] & 0xff) * (1 - right) + (luminance[i + stepX] & 0xff) * right;
        double lower =
                (luminance[i + stepY] & 0xff) * (1 - right)
                        + (luminance[i + stepY + stepX] & 0xff) * right;
        return upper * (1 - low) + lower * low;
    }

    byte[] luminance() {
        return luminance;
    }

    private BufferedImage picture() {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(luminance, 0, bytes(picture), 0, luminance.length);
        return picture;
    }

    private static GreyFrame draw(BufferedImage picture, int width, int height) {
        BufferedImage target = white(width, height);
        Graphics2D graphics = smooth(target);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return new GreyFrame(width, height, bytes(target));
    }

    private static Graphics2D smooth(BufferedImage target) {
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return graphics;
    }

    private static BufferedImage white(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(bytes(image), (byte) 0xff);
        return image;
    }

    private static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
