package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;

/** Mixing of colours for the drawings. */
final class Hue {
    static final Color WHITE = Color.WHITE;
    static final Color INK = new Color(0x2a2630);
    static final Color PAPER = new Color(0xfbf6ec);
    static final Color WOOD = new Color(0xb9855a);
    static final Color LEAF = new Color(0x5f8a4c);
    static final Color STEEL = new Color(0xc3c9cf);
    static final Color GOLD = new Color(0xcfa75c);

    private Hue() {}

    static Color mix(Color a, Color b, double share) {
        return new Color(
                channel(a.getRed(), b.getRed(), share),
                channel(a.getGreen(), b.getGreen(), share),
                channel(a.getBlue(), b.getBlue(), share),
                channel(a.getAlpha(), b.getAlpha(), share));
    }

    static Color light(Color c, double share) {
        return mix(c, WHITE, share);
    }

    /** Darker, towards a warm ink instead of black: pure black looks dirty beside soft colours. */
    static Color dark(Color c, double share) {
        return mix(c, new Color(0x1d1626), share);
    }

    static Color clear(Color c, double alpha) {
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) Math.round(255 * alpha));
    }

    private static int channel(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * share);
    }
}
