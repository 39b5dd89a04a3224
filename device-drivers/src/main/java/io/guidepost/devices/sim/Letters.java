package io.guidepost.devices.sim;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Draws letters in cells, as a printer's own fonts are: 12 by 24 dots (A) and 9 by 17 (B). */
final class Letters {
    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 4;
    private static final int RIGHT = 8;

    /** Frames have to meet across cells, which the letters of a font need not do. */
    private static final Map<String, Integer> FRAMES =
            Map.ofEntries(
                    Map.entry("─", LEFT | RIGHT),
                    Map.entry("│", UP | DOWN),
                    Map.entry("┌", RIGHT | DOWN),
                    Map.entry("┐", LEFT | DOWN),
                    Map.entry("└", RIGHT | UP),
                    Map.entry("┘", LEFT | UP),
                    Map.entry("╭", RIGHT | DOWN),
                    Map.entry("╮", LEFT | DOWN),
                    Map.entry("╰", RIGHT | UP),
                    Map.entry("╯", LEFT | UP),
                    Map.entry("├", UP | DOWN | RIGHT),
                    Map.entry("┤", UP | DOWN | LEFT),
                    Map.entry("┬", LEFT | RIGHT | DOWN),
                    Map.entry("┴", LEFT | RIGHT | UP),
                    Map.entry("┼", UP | DOWN | LEFT | RIGHT));

    private Letters() {}

    /** One letter in its cell, with all that its style adds. */
    static BufferedImage cell(String letter, boolean wide, PrintStyle style) {
        int width = wide ? 2 * style.letterWidth() : style.letterWidth();
        int height = style.letterHeight();
        BufferedImage cell = Paper.blank(width * style.across, height * style.down);
        Graphics2D graphics = cell.createGraphics();
        graphics.scale(style.across, style.down);
        if (style.inverse) {
            graphics.setColor(Color.BLACK);
            graphics.fillRect(0, 0, width, height);
        }
        graphics.setColor(style.inverse ? Color.WHITE : Color.BLACK);
        draw(graphics, letter, width, height, style.bold);
        if (style.underline > 0 && !style.inverse) {
            graphics.fillRect(0, height - style.underline, width, style.underline);
        }
        graphics.dispose();
        return style.turned ? turnedRight(cell) : cell;
    }

    private static void draw(
            Graphics2D graphics, String letter, int width, int height, boolean bold) {
        Integer frame = FRAMES.get(letter);
        if (frame != null) {
            int x = width / 2 - 1;
            int y = height / 2 - 1;
            int left = (frame & LEFT) != 0 ? 0 : x;
            int right = (frame & RIGHT) != 0 ? width : x + 2;
            int top = (frame & UP) != 0 ? 0 : y;
            int bottom = (frame & DOWN) != 0 ? height : y + 2;
            graphics.fillRect(left, y, right - left, 2);
            graphics.fillRect(x, top, 2, bottom - top);
            return;
        }
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        int size = height * 5 / 6;
        graphics.setFont(new Font(Font.MONOSPACED, bold ? Font.BOLD : Font.PLAIN, size));
        graphics.drawString(letter, 0, height * 4 / 5);
    }

    /** Puts the dark dots of a picture into another one; nothing that is dark becomes light. */
    static void paint(BufferedImage picture, BufferedImage on, int left, int top) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth() && left + x < on.getWidth(); x++) {
                if (picture.getRaster().getSample(x, y, 0) < 128) {
                    on.getRaster().setSample(left + x, top + y, 0, 0);
                }
            }
        }
    }

    /** The picture by 180 degrees. */
    static BufferedImage turnedAround(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage turned = Paper.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned.getRaster()
                        .setSample(
                                width - 1 - x,
                                height - 1 - y,
                                0,
                                picture.getRaster().getSample(x, y, 0));
            }
        }
        return turned;
    }

    /** The picture by 90 degrees, clockwise. */
    private static BufferedImage turnedRight(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage turned = Paper.blank(/* width= */ height, /* height= */ width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned.getRaster()
                        .setSample(height - 1 - y, x, 0, picture.getRaster().getSample(x, y, 0));
            }
        }
        return turned;
    }
}
