package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;
import java.awt.Shape;

/** Leaves, fruit and plants. */
final class Nature {
    private Nature() {}

    static void leaf(Brush b, double x, double y, double length, double degrees, Color c) {
        b.turn(
                degrees,
                x,
                y,
                () -> {
                    double w = length * 0.26;
                    Shape leaf =
                            Brush.blob(
                                    x,
                                    y,
                                    x + w,
                                    y - length * 0.45,
                                    x,
                                    y - length,
                                    x - w,
                                    y - length * 0.45);
                    b.matt(leaf, c);
                    b.line(
                            Hue.clear(Hue.light(c, 0.5), 0.7),
                            Math.max(1.5, length * 0.025),
                            x,
                            y,
                            x,
                            y - length * 0.85);
                });
    }

    static void fruit(Brush b, double cx, double cy, double r, Color c) {
        b.shadow(cx, cy + r * 0.94, r * 0.8);
        b.sphere(cx, cy, r, c);
        b.glow(cx, cy - r * 0.82, r * 0.32, r * 0.14, Hue.clear(Hue.dark(c, 0.6), 0.6));
        b.line(Hue.dark(Hue.WOOD, 0.4), r * 0.07, cx, cy - r * 0.80, cx + r * 0.1, cy - r * 1.14);
        leaf(b, cx + r * 0.08, cy - r * 0.98, r * 0.62, 62, Hue.LEAF);
    }

    static void plant(Brush b, Color c) {
        b.shadow(400, 690, 120);
        for (int i = 0; i < 13; i++) {
            double a = -78 + i * 13;
            double len = 300 - Math.abs(i - 6) * 16 + i % 3 * 26;
            leaf(b, 400, 520, len, a, i % 2 == 0 ? c : Hue.dark(c, 0.22));
        }
        Shape pot = Brush.poly(284, 506, 516, 506, 484, 690, 316, 690);
        b.cylinder(pot, new Color(0xd8a184));
        b.cylinder(Brush.round(272, 486, 256, 52, 10), new Color(0xe0ac90));
    }

    static void bouquet(Brush b, Color c) {
        b.shadow(400, 690, 90);
        double[][] heads = {
            {290, 250, 58}, {400, 200, 66}, {510, 250, 58}, {345, 320, 56}, {460, 320, 58}
        };
        for (double[] h : heads) {
            b.stroke(Brush.curve(400, 560, 400 + (h[0] - 400) * 0.5, 440, h[0], h[1]), Hue.LEAF, 7);
        }
        for (int i = 0; i < 6; i++) {
            leaf(b, 400, 480, 190, -66 + i * 26, Hue.mix(Hue.LEAF, c, 0.1));
        }
        for (int k = 0; k < heads.length; k++) {
            double[] h = heads[k];
            Color petal = k % 2 == 0 ? c : Hue.light(c, 0.35);
            for (int i = 0; i < 8; i++) {
                Shape p =
                        Brush.turned(
                                Brush.oval(h[0], h[1] - h[2] * 0.6, h[2] * 0.36, h[2] * 0.6),
                                i * 45,
                                h[0],
                                h[1]);
                b.matt(p, i % 2 == 0 ? petal : Hue.light(petal, 0.15));
            }
            b.sphere(h[0], h[1], h[2] * 0.34, Hue.GOLD);
        }
        Shape vase = Brush.lathe(400, 60, 430, 50, 470, 84, 570, 88, 620, 60, 684, 50, 692);
        b.cylinder(vase, new Color(0xeef0ee));
        b.streak(vase, 336, 20, 0.8);
    }
}
