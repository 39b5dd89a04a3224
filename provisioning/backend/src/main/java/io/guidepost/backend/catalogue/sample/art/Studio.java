package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Photographs motifs: a soft backdrop, one lamp, JPEG. The same arguments give the same bytes. No
 * fonts and no screen are needed. Thread-safe.
 */
public final class Studio {
    /** Width and height of a product's picture in pixels. */
    public static final int SIZE = 800;

    /** Width of a campaign slide in pixels. */
    public static final int SLIDE_WIDTH = 1080;

    /** Height of a campaign slide in pixels. */
    public static final int SLIDE_HEIGHT = 1440;

    private static final double CLOSE_UP = 1.13;
    private static final float QUALITY = 0.86f;

    private Studio() {}

    /**
     * A product's or a service's picture.
     *
     * @param rgb main colour of the motif, {@code 0xRRGGBB}
     * @param look small number that varies emblem and backdrop
     */
    public static byte[] picture(Motif motif, int rgb, int look) {
        Color color = new Color(rgb);
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        Brush brush = new Brush(g, look);
        if (isScene(motif)) {
            motif.draw(brush, color);
        } else {
            backdrop(g, SIZE, SIZE, 620, color, look);
            brush.place(0, -6, CLOSE_UP, () -> motif.draw(brush, color));
        }
        g.dispose();
        return jpeg(image);
    }

    /** A campaign slide: the motif in the upper two thirds, calm space for words below. */
    public static byte[] slide(Motif motif, int rgb, int look) {
        Color color = new Color(rgb);
        BufferedImage image =
                new BufferedImage(SLIDE_WIDTH, SLIDE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        Brush brush = new Brush(g, look);
        if (isScene(motif)) {
            Color ground = Hue.mix(color, Hue.PAPER, 0.35);
            brush.down(
                    Brush.round(0, 0, SLIDE_WIDTH, SLIDE_HEIGHT, 0), ground, Hue.dark(color, 0.45));
            g.scale(SLIDE_WIDTH / (double) SIZE, SLIDE_WIDTH / (double) SIZE);
            motif.draw(brush, color);
            brush.down(
                    Brush.poly(0, 640, 800, 640, 800, 800, 0, 800),
                    Hue.clear(Hue.dark(color, 0.55), 0),
                    Hue.dark(color, 0.55));
            brush.fill(Brush.poly(0, 799, 800, 799, 800, 1070, 0, 1070), Hue.dark(color, 0.55));
        } else {
            backdrop(g, SLIDE_WIDTH, SLIDE_HEIGHT, 850, color, look);
            g.translate(20, 20);
            g.scale(1.3, 1.3);
            motif.draw(brush, color);
        }
        g.dispose();
        return jpeg(image);
    }

    private static boolean isScene(Motif motif) {
        return motif == Motif.CINEMA
                || motif == Motif.MOUNTAINS
                || motif == Motif.BEACH
                || motif == Motif.CITY
                || motif == Motif.TRAIN;
    }

    /**
     * A wall and a floor that run into each other, in a pale relative of the motif's colour. It is
     * all soft, so a quarter of the size is enough to draw it at.
     */
    private static void backdrop(
            Graphics2D target, int width, int height, double horizon, Color color, int look) {
        float[] hsb = Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
        float turn = new float[] {0.02f, 0.08f, -0.06f, 0.45f}[Math.floorMod(look / 8, 4)];
        float saturation = Math.min(0.30f, 0.07f + hsb[1] * 0.20f);
        Color wall = new Color(Color.HSBtoRGB(hsb[0] + turn, saturation, 0.93f));
        Color floor = Hue.mix(wall, Hue.WHITE, 0.38);
        BufferedImage small = new BufferedImage(width / 4, height / 4, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        Brush b = new Brush(g, look);
        g.scale(0.25, 0.25);
        b.down(Brush.round(0, 0, width, height, 0), Hue.light(wall, 0.15), Hue.dark(wall, 0.10));
        b.glow(width * 0.30, height * 0.22, width * 0.75, height * 0.6, Hue.clear(Hue.WHITE, 0.75));
        b.down(
                Brush.poly(0, horizon - 70, width, horizon - 70, width, height, 0, height),
                Hue.clear(floor, 0),
                floor);
        b.glow(
                width * 0.95,
                height * 0.98,
                width * 0.6,
                height * 0.4,
                Hue.clear(Hue.dark(wall, 0.5), 0.14));
        g.dispose();
        target.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        target.drawImage(small, 0, 0, width, height, null);
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(96_000);
                ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
            stream.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("picture: could not be encoded", e);
        } finally {
            writer.dispose();
        }
    }
}
