package io.guidepost.devices.sim;

import io.guidepost.devices.Raster;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * The roll of a simulated printer: what is drawn goes below what was drawn before. For one thread
 * at a time.
 */
final class Paper {

    /** A piece that was cut off, and its letters, one printed line a line. */
    record Piece(BufferedImage picture, String text) {}

    private static final int MARGIN = 16;
    private static final int TALLEST = 20_000;

    private final int dots;
    private final StringBuilder text = new StringBuilder();
    private BufferedImage image;
    private int used;

    Paper(int dots) {
        this.dots = dots;
        this.image = blank(dots, 512);
    }

    int dots() {
        return dots;
    }

    /** How many rows of dots have been fed since the last cut. */
    int used() {
        return used;
    }

    void feed(int rows) {
        room(rows);
        used += rows;
    }

    /** Notes what a person reads in the line that was just printed. */
    void words(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    /**
     * Prints a line: what is dark in the picture, with its left edge there, and feeds its height.
     */
    void stamp(BufferedImage line, int left) {
        room(line.getHeight());
        for (int y = 0; y < line.getHeight(); y++) {
            for (int x = Math.max(0, -left); x < line.getWidth() && left + x < dots; x++) {
                if (line.getRaster().getSample(x, y, 0) < 128) {
                    image.getRaster().setSample(left + x, used + y, 0, 0);
                }
            }
        }
        used += line.getHeight();
    }

    /** One dot, in the row that is to be fed next, so many rows down. */
    void dot(int x, int down) {
        if (x >= 0 && x < dots) {
            room(down + 1);
            image.getRaster().setSample(x, used + down, 0, 0);
        }
    }

    /** Dots as they are, with their left edge there. */
    void raster(Raster raster, int left) {
        room(raster.height());
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                if (raster.isBlack(x, y)) {
                    dot(left + x, y);
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
    Piece cut() {
        Piece piece = new Piece(snapshot(), text.toString());
        image = blank(dots, 512);
        text.setLength(0);
        used = 0;
        return piece;
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

    static BufferedImage blank(int width, int height) {
        BufferedImage blank = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = blank.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return blank;
    }
}
