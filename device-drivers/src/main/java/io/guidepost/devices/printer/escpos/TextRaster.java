package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.Raster;
import io.guidepost.devices.TextStyle;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Draws text that the printer has no letters for, in the fonts of the machine. */
final class TextRaster {
    private static final int SIZE = 24;

    private TextRaster() {}

    /** The text as dots, as wide as the paper, broken where its language breaks. */
    static Raster draw(String text, TextStyle style, int width) {
        Font font =
                new Font(
                        Font.SANS_SERIF,
                        style.bold() ? Font.BOLD : Font.PLAIN,
                        SIZE * scale(style));
        AttributedString attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, font);
        LineBreakMeasurer measurer =
                new LineBreakMeasurer(
                        attributed.getIterator(), new FontRenderContext(null, false, false));
        List<TextLayout> lines = new ArrayList<>();
        float height = 0;
        while (measurer.getPosition() < text.length()) {
            TextLayout line = measurer.nextLayout(width);
            lines.add(line);
            height += line.getAscent() + line.getDescent() + line.getLeading();
        }
        BufferedImage image =
                new BufferedImage(width, (int) Math.ceil(height), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, image.getHeight());
        graphics.setColor(Color.BLACK);
        float y = 0;
        for (TextLayout line : lines) {
            y += line.getAscent();
            line.draw(graphics, left(line, style, width), y);
            y += line.getDescent() + line.getLeading();
        }
        graphics.dispose();
        return raster(image);
    }

    private static int scale(TextStyle style) {
        return style.size() == TextStyle.Size.NORMAL ? 1 : 2;
    }

    private static float left(TextLayout line, TextStyle style, int width) {
        float room = width - line.getVisibleAdvance();
        return switch (style.align()) {
            case LEFT -> line.isLeftToRight() ? 0 : room;
            case CENTER -> room / 2;
            case RIGHT -> room;
        };
    }

    private static Raster raster(BufferedImage image) {
        BitSet black = new BitSet();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                black.set(y * image.getWidth() + x, image.getRaster().getSample(x, y, 0) < 128);
            }
        }
        return new Raster(image.getWidth(), image.getHeight(), black);
    }
}
