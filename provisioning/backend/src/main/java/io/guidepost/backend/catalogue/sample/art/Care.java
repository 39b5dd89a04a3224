package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;
import java.awt.Shape;

/** Cosmetics, soaps and cleaning. */
final class Care {
    private Care() {}

    static void creamJar(Brush b, Color c) {
        b.shadow(380, 650, 170);
        Shape glass = Brush.round(220, 430, 320, 220, 46);
        b.cylinder(glass, Hue.light(c, 0.35));
        Shape lid = Brush.round(210, 330, 340, 124, 26);
        b.cylinder(lid, c);
        b.down(Brush.oval(380, 340, 168, 26), Hue.light(c, 0.5), Hue.light(c, 0.1));
        Emblem.sign(b, 380, 552, 48, Hue.dark(c, 0.35));
        b.streak(glass, 246, 36, 0.7);
        b.streak(lid, 240, 32, 0.45);
        b.shadow(620, 664, 60);
        b.egg(616, 640, 66, 30, Hue.PAPER);
        b.egg(606, 618, 36, 22, Hue.WHITE);
        Nature.leaf(b, 560, 660, 90, 80, Hue.mix(Hue.LEAF, c, 0.15));
    }

    static void tube(Brush b, Color c) {
        b.shadow(400, 690, 80);
        Shape body = Brush.poly(296, 170, 504, 170, 480, 590, 320, 590);
        b.cylinder(body, Hue.light(c, 0.25));
        b.down(Brush.round(292, 140, 216, 40, 5), Hue.light(c, 0.5), Hue.light(c, 0.1));
        for (int i = 0; i < 20; i++) {
            b.line(Hue.clear(Hue.dark(c, 0.4), 0.25), 2, 298 + i * 10.7, 144, 298 + i * 10.7, 176);
        }
        b.cylinder(Brush.lathe(400, 84, 584, 80, 600, 70, 684, 66, 692), Hue.dark(c, 0.15));
        Emblem.sign(b, 400, 330, 56, Hue.dark(c, 0.35));
        b.line(Hue.clear(Hue.dark(c, 0.35), 0.6), 5, 350, 430, 450, 430);
        b.line(Hue.clear(Hue.dark(c, 0.35), 0.4), 4, 364, 452, 436, 452);
        b.streak(body, 318, 30, 0.7);
    }

    static void pump(Brush b, Color c) {
        b.shadow(400, 690, 116);
        b.cylinder(Brush.round(386, 190, 28, 110, 6), Hue.INK);
        b.down(
                Brush.blob(300, 176, 400, 160, 452, 176, 448, 206, 330, 204, 296, 218),
                new Color(0x4a4652),
                Hue.INK);
        b.cylinder(Brush.round(350, 270, 100, 56, 12), Hue.INK);
        Shape body = Brush.round(286, 316, 228, 376, 52);
        b.cylinder(body, c);
        Emblem.label(b, 316, 410, 168, 200, Hue.dark(c, 0.3));
        b.streak(body, 300, 26, 0.6);
        b.streak(body, 484, 14, 0.25);
    }

    static void perfume(Brush b, Color c) {
        b.shadow(400, 680, 150);
        b.cylinder(Brush.round(350, 170, 100, 110, 12), Hue.dark(Hue.GOLD, 0.05));
        b.cylinder(Brush.round(366, 270, 68, 40, 4), Hue.light(Hue.GOLD, 0.2));
        Shape glass = Brush.round(260, 300, 280, 382, 40);
        b.fill(glass, Brush.gradient(260, 300, 540, 680, Hue.light(c, 0.65), Hue.light(c, 0.25)));
        Shape liquid = Brush.round(284, 392, 232, 268, 24);
        b.fill(liquid, Brush.gradient(284, 392, 516, 660, Hue.light(c, 0.2), Hue.dark(c, 0.15)));
        b.stroke(glass, Hue.clear(Hue.WHITE, 0.75), 5);
        Emblem.sign(b, 400, 520, 54, Hue.clear(Hue.PAPER, 0.95));
        b.streak(glass, 276, 40, 0.75);
        b.streak(glass, 492, 20, 0.4);
    }

    static void soap(Brush b, Color c) {
        b.shadow(400, 640, 220);
        bar(b, 250, 500, 320, 130, Hue.light(c, 0.3));
        b.turn(-7, 400, 400, () -> bar(b, 240, 360, 310, 130, c));
        double[] bubbles = {590, 330, 44, 640, 400, 26, 560, 260, 22, 640, 300, 14};
        for (int i = 0; i < bubbles.length; i += 3) {
            b.fill(
                    Brush.oval(bubbles[i], bubbles[i + 1], bubbles[i + 2], bubbles[i + 2]),
                    Hue.clear(Hue.WHITE, 0.35));
            b.stroke(
                    Brush.oval(bubbles[i], bubbles[i + 1], bubbles[i + 2], bubbles[i + 2]),
                    Hue.clear(Hue.WHITE, 0.8),
                    3);
        }
        Nature.leaf(b, 220, 640, 120, -30, Hue.mix(Hue.LEAF, c, 0.2));
        Nature.leaf(b, 220, 640, 100, -75, Hue.LEAF);
    }

    private static void bar(Brush b, double x, double y, double w, double h, Color c) {
        Shape body = Brush.round(x, y, w, h, 44);
        b.dropped(body, 4, 10, 18);
        b.down(body, Hue.light(c, 0.35), Hue.dark(c, 0.18));
        b.down(
                Brush.round(x + 16, y + 8, w - 32, h * 0.62, 34),
                Hue.light(c, 0.5),
                Hue.light(c, 0.12));
        b.stroke(
                Brush.round(x + 70, y + 26, w - 140, h * 0.36, 22),
                Hue.clear(Hue.dark(c, 0.4), 0.25),
                4);
    }

    static void lipstick(Brush b, Color c) {
        b.shadow(360, 690, 66);
        b.down(
                Brush.poly(316, 330, 316, 240, 360, 180, 404, 250, 404, 330),
                Hue.light(c, 0.25),
                Hue.dark(c, 0.15));
        b.cylinder(Brush.round(308, 316, 104, 120, 6), Hue.GOLD);
        b.cylinder(Brush.round(296, 424, 128, 268, 10), Hue.INK);
        b.fill(Brush.round(296, 452, 128, 6, 3), Hue.GOLD);
        b.shadow(540, 690, 66);
        b.cylinder(Brush.round(476, 430, 128, 262, 14), Hue.INK);
        b.streak(Brush.round(476, 430, 128, 262, 14), 492, 20, 0.5);
        b.streak(Brush.round(296, 424, 128, 268, 10), 310, 20, 0.5);
        b.stroke(Brush.curve(120, 640, 170, 600, 210, 650, 250, 610), c, 26);
    }

    static void spray(Brush b, Color c) {
        b.shadow(400, 690, 116);
        b.down(
                Brush.poly(300, 200, 450, 190, 470, 250, 430, 300, 370, 300, 360, 250, 296, 240),
                Hue.light(c, 0.1),
                Hue.dark(c, 0.35));
        b.stroke(Brush.curve(330, 250, 322, 300, 300, 330), Hue.dark(c, 0.4), 16);
        b.cylinder(Brush.round(366, 290, 72, 50, 6), Hue.dark(c, 0.3));
        Shape body = Brush.lathe(400, 36, 336, 60, 370, 104, 450, 112, 520, 112, 650, 100, 692);
        b.cylinder(body, Hue.light(c, 0.35));
        Emblem.label(b, 316, 480, 168, 150, c);
        b.streak(body, 304, 26, 0.65);
        for (int i = 0; i < 12; i++) {
            b.fill(
                    Brush.oval(250 - i % 4 * 38, 200 + (i * 29) % 60, 5 + i % 3 * 2, 5 + i % 3 * 2),
                    Hue.clear(Hue.WHITE, 0.7));
        }
    }
}
