package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;

/** The small signs on labels and boxes. They stand for brand names: pictures carry no letters. */
final class Emblem {
    private Emblem() {}

    /** A paper label with an emblem, shaded as if wrapped around a round body. */
    static void label(Brush b, double x, double y, double w, double h, Color ink) {
        b.cylinder(Brush.round(x, y, w, h, 4), Hue.PAPER);
        double cx = x + w / 2;
        b.line(Hue.clear(ink, 0.75), 2.5, x + w * 0.12, y + h * 0.12, x + w * 0.88, y + h * 0.12);
        b.line(Hue.clear(ink, 0.75), 2.5, x + w * 0.12, y + h * 0.88, x + w * 0.88, y + h * 0.88);
        sign(b, cx, y + h / 2, Math.min(w, h) * 0.27, ink);
    }

    /** One of eight signs, chosen by the brush's look. */
    static void sign(Brush b, double cx, double cy, double r, Color ink) {
        switch (Math.floorMod(b.look(), 8)) {
            case 0 -> sun(b, cx, cy, r, ink);
            case 1 -> leaf(b, cx, cy, r, ink);
            case 2 -> hills(b, cx, cy, r, ink);
            case 3 -> rings(b, cx, cy, r, ink);
            case 4 -> diamond(b, cx, cy, r, ink);
            case 5 -> waves(b, cx, cy, r, ink);
            case 6 -> arch(b, cx, cy, r, ink);
            default -> petals(b, cx, cy, r, ink);
        }
    }

    private static void sun(Brush b, double cx, double cy, double r, Color ink) {
        b.fill(Brush.oval(cx, cy, r * 0.5, r * 0.5), ink);
        for (int i = 0; i < 12; i++) {
            double a = Math.PI * i / 6;
            b.line(
                    ink,
                    r * 0.1,
                    cx + Math.cos(a) * r * 0.7,
                    cy + Math.sin(a) * r * 0.7,
                    cx + Math.cos(a) * r,
                    cy + Math.sin(a) * r);
        }
    }

    private static void leaf(Brush b, double cx, double cy, double r, Color ink) {
        b.fill(
                Brush.turned(
                        Brush.blob(cx, cy - r, cx + r * 0.5, cy, cx, cy + r, cx - r * 0.5, cy),
                        28,
                        cx,
                        cy),
                ink);
        b.turn(28, cx, cy, () -> b.line(Hue.PAPER, r * 0.07, cx, cy - r * 0.7, cx, cy + r * 1.2));
    }

    private static void hills(Brush b, double cx, double cy, double r, Color ink) {
        b.fill(Brush.oval(cx + r * 0.35, cy - r * 0.5, r * 0.26, r * 0.26), ink);
        b.fill(
                Brush.poly(
                        cx - r,
                        cy + r * 0.6,
                        cx - r * 0.25,
                        cy - r * 0.5,
                        cx + r * 0.5,
                        cy + r * 0.6),
                ink);
        b.fill(
                Brush.poly(cx, cy + r * 0.6, cx + r * 0.5, cy - r * 0.05, cx + r, cy + r * 0.6),
                Hue.mix(ink, Hue.PAPER, 0.4));
    }

    private static void rings(Brush b, double cx, double cy, double r, Color ink) {
        for (double f : new double[] {0.95, 0.62, 0.3}) {
            b.stroke(Brush.oval(cx, cy, r * f, r * f), ink, r * 0.12);
        }
    }

    private static void diamond(Brush b, double cx, double cy, double r, Color ink) {
        b.fill(Brush.poly(cx, cy - r, cx + r * 0.72, cy, cx, cy + r, cx - r * 0.72, cy), ink);
        b.fill(
                Brush.poly(
                        cx, cy - r * 0.5, cx + r * 0.36, cy, cx, cy + r * 0.5, cx - r * 0.36, cy),
                Hue.PAPER);
    }

    private static void waves(Brush b, double cx, double cy, double r, Color ink) {
        for (int i = -1; i <= 1; i++) {
            double y = cy + i * r * 0.5;
            b.stroke(
                    Brush.curve(
                            cx - r,
                            y,
                            cx - r * 0.5,
                            y - r * 0.24,
                            cx,
                            y,
                            cx + r * 0.5,
                            y + r * 0.24,
                            cx + r,
                            y),
                    ink,
                    r * 0.14);
        }
    }

    private static void arch(Brush b, double cx, double cy, double r, Color ink) {
        b.fill(Brush.round(cx - r * 0.75, cy - r, r * 1.5, r * 2.6, r * 0.75), ink);
        b.fill(Brush.round(cx - r * 0.4, cy - r * 0.55, r * 0.8, r * 2.16, r * 0.4), Hue.PAPER);
    }

    private static void petals(Brush b, double cx, double cy, double r, Color ink) {
        for (int i = 0; i < 6; i++) {
            b.fill(
                    Brush.turned(Brush.oval(cx, cy - r * 0.58, r * 0.24, r * 0.42), i * 60, cx, cy),
                    Hue.mix(ink, Hue.PAPER, i % 2 * 0.3));
        }
        b.fill(Brush.oval(cx, cy, r * 0.18, r * 0.18), Hue.GOLD);
    }
}
