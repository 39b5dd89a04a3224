package io.guidepost.devices.sim;

import io.guidepost.devices.Raster;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * The roll of a simulated printer: what is drawn goes below what was drawn before. For one thread
 * at a time.
 */
final class Paper {
    static final int LETTER_WIDTH = 12;
    static final int LETTER_HEIGHT = 24;
    private static final int LEADING = 6;
    private static final int MARGIN = 16;
    private static final int TALLEST = 20_000;

    private final int dots;
    private BufferedImage image;
    private int used;

    Paper(int dots) {
        this.dots = dots;
        this.image = blank(dots, 512);
    }

    int dots() {
        return dots;
    }

    /** How many rows of dots have been fed. */
    int used() {
        return used;
    }

    void feed(int rows) {
        room(rows);
        used += rows;
    }

    /** Letters in cells of their own, as a printer sets them. */
    void text(String text, boolean bold, int across, int down, int align) {
        int height = LETTER_HEIGHT * down;
        room(height + LEADING);
        int cell = LETTER_WIDTH * across;
        int left = left(text.length() * cell, align);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.MONOSPACED, bold ? Font.BOLD : Font.PLAIN, 20));
        AffineTransform upright = graphics.getTransform();
        for (int i = 0; i < text.length(); i++) {
            graphics.translate(left + i * cell, used);
            graphics.scale(across, down);
            if (text.charAt(i) == '─') {
                // A font's line may be shorter than its cell; a printer's is not.
                graphics.fillRect(0, LETTER_HEIGHT / 2, LETTER_WIDTH, 2);
            } else {
                graphics.drawString(text.substring(i, i + 1), 0, 19);
            }
            graphics.setTransform(upright);
        }
        graphics.dispose();
        used += height + LEADING;
    }

    /** Dots as they are. */
    void raster(Raster raster, int align) {
        room(raster.height());
        int left = left(raster.width(), align);
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width() && left + x < dots; x++) {
                if (raster.isBlack(x, y)) {
                    image.getRaster().setSample(left + x, used + y, 0, 0);
                }
            }
        }
        used += raster.height();
    }

    /** A copy of what is on the paper, with a margin around it. */
    BufferedImage snapshot() {
        BufferedImage copy = blank(dots + 2 * MARGIN, Math.max(1, used) + 2 * MARGIN);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image.getSubimage(0, 0, dots, Math.max(1, used)), MARGIN, MARGIN, null);
        graphics.dispose();
        return copy;
    }

    /** Takes the printed piece off. */
    BufferedImage cut() {
        BufferedImage piece = snapshot();
        image = blank(dots, 512);
        used = 0;
        return piece;
    }

    private int left(int width, int align) {
        int room = Math.max(0, dots - width);
        return align == 0 ? 0 : align == 1 ? room / 2 : room;
    }

    private void room(int rows) {
        if (used + rows > TALLEST) {
            // Nobody cuts: the oldest paper falls to the floor.
            image = blank(dots, 512);
            used = 0;
        }
        if (used + rows > image.getHeight()) {
            BufferedImage taller = blank(dots, Math.max(used + rows, image.getHeight() * 2));
            Graphics2D graphics = taller.createGraphics();
            graphics.drawImage(image, 0, 0, null);
            graphics.dispose();
            image = taller;
        }
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage blank = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = blank.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return blank;
    }
}
