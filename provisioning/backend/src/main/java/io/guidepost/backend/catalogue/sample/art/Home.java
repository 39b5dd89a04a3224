package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;
import java.awt.Shape;

/** Things for the home. */
final class Home {
    private Home() {}

    static void board(Brush b, double cx, double y, double halfWidth) {
        b.down(
                Brush.round(cx - halfWidth, y - 26, 2 * halfWidth, 52, 24),
                Hue.light(Hue.WOOD, 0.3),
                Hue.dark(Hue.WOOD, 0.12));
        b.line(
                Hue.clear(Hue.dark(Hue.WOOD, 0.4), 0.25),
                2,
                cx - halfWidth * 0.9,
                y - 4,
                cx + halfWidth * 0.8,
                y - 6);
        b.line(
                Hue.clear(Hue.dark(Hue.WOOD, 0.4), 0.2),
                2,
                cx - halfWidth * 0.7,
                y + 10,
                cx + halfWidth * 0.9,
                y + 8);
    }

    static void bowl(Brush b, double cx, double y, double rx, double depth, Color c) {
        Shape body =
                Brush.lathe(
                        cx,
                        rx,
                        y,
                        rx * 0.97,
                        y + depth * 0.3,
                        rx * 0.74,
                        y + depth * 0.75,
                        rx * 0.4,
                        y + depth,
                        rx * 0.36,
                        y + depth * 1.06);
        b.cylinder(body, c);
        b.stroke(
                Brush.curve(
                        cx - rx,
                        y,
                        cx - rx * 0.6,
                        y + rx * 0.1,
                        cx,
                        y + rx * 0.14,
                        cx + rx * 0.6,
                        y + rx * 0.1,
                        cx + rx,
                        y),
                Hue.clear(Hue.WHITE, 0.8),
                6);
        b.streak(body, cx - rx * 0.72, rx * 0.2, 0.5);
    }

    static void tableLamp(Brush b, Color c) {
        b.glow(400, 420, 380, 360, Hue.clear(new Color(0xffe9b8), 0.75));
        b.shadow(400, 690, 110);
        b.cylinder(
                Brush.lathe(400, 14, 440, 14, 520, 60, 570, 74, 620, 50, 664, 84, 680, 88, 692),
                Hue.mix(Hue.WOOD, c, 0.35));
        Shape shade = Brush.poly(300, 180, 500, 180, 590, 450, 210, 450);
        b.cylinder(shade, c);
        b.within(shade, () -> b.glow(400, 430, 190, 200, Hue.clear(new Color(0xfff3d0), 0.85)));
        b.fill(Brush.oval(400, 450, 190, 20), new Color(0xfff1cc));
        b.stroke(Brush.oval(400, 450, 190, 20), Hue.clear(Hue.dark(c, 0.2), 0.4), 3);
        b.fill(Brush.oval(400, 180, 100, 11), Hue.dark(c, 0.25));
    }

    static void pendantLamp(Brush b, Color c) {
        b.glow(400, 560, 330, 250, Hue.clear(new Color(0xffe9b8), 0.85));
        b.line(Hue.INK, 6, 400, 0, 400, 250);
        b.cylinder(Brush.round(376, 226, 48, 70, 14), Hue.GOLD);
        b.sphere(400, 486, 54, new Color(0xfff0c4));
        Shape dome = Brush.lathe(400, 30, 280, 100, 310, 180, 390, 220, 480, 224, 492);
        b.cylinder(dome, c);
        b.streak(dome, 262, 46, 0.4);
        b.fill(Brush.oval(400, 492, 224, 22), new Color(0xfff6dd));
        b.stroke(Brush.oval(400, 492, 224, 22), Hue.clear(Hue.dark(c, 0.3), 0.5), 4);
    }

    static void candle(Brush b, Color c) {
        b.glow(400, 300, 300, 280, Hue.clear(new Color(0xffdf9a), 0.75));
        b.shadow(400, 680, 124);
        Shape glass = Brush.lathe(400, 118, 380, 122, 420, 122, 650, 112, 682);
        b.cylinder(glass, Hue.light(c, 0.15));
        b.fill(Brush.oval(400, 382, 118, 24), Hue.light(c, 0.5));
        b.glow(400, 384, 100, 22, Hue.clear(new Color(0xfff0bd), 0.95));
        b.line(Hue.INK, 5, 400, 384, 400, 346);
        b.down(
                Brush.blob(400, 250, 424, 310, 416, 346, 400, 354, 384, 346, 376, 310),
                new Color(0xfff7d6),
                new Color(0xf6b24a));
        Emblem.label(b, 330, 466, 140, 140, Hue.dark(c, 0.35));
        b.streak(glass, 296, 24, 0.6);
    }

    static void mug(Brush b, Color c) {
        b.shadow(380, 640, 150);
        b.stroke(
                Brush.curve(500, 420, 590, 410, 616, 480, 580, 548, 494, 566),
                Hue.dark(c, 0.12),
                34);
        b.stroke(Brush.curve(500, 414, 590, 404, 612, 476), Hue.clear(Hue.WHITE, 0.35), 7);
        Shape body = Brush.lathe(380, 140, 360, 142, 400, 138, 560, 116, 630, 96, 642);
        b.cylinder(body, c);
        b.fill(Brush.oval(380, 360, 140, 32), Hue.light(c, 0.5));
        b.down(Brush.oval(380, 366, 126, 25), new Color(0x4b2c1c), new Color(0x7d5136));
        b.fill(Brush.blob(380, 354, 412, 362, 380, 384, 348, 362), new Color(0xe8cfae));
        b.streak(body, 262, 30, 0.5);
        for (int i = 0; i < 3; i++) {
            double x = 330 + i * 50;
            b.stroke(
                    Brush.curve(x, 310, x - 16, 270, x + 12, 230, x - 6, 180),
                    Hue.clear(Hue.WHITE, 0.35),
                    14);
        }
    }

    static void plates(Brush b, Color c) {
        b.shadow(400, 640, 240);
        for (int i = 0; i < 5; i++) {
            double y = 610 - i * 30;
            b.down(Brush.oval(400, y + 12, 230, 62), Hue.dark(c, 0.10), Hue.dark(c, 0.30));
            b.down(Brush.oval(400, y, 230, 60), Hue.light(c, 0.65), Hue.light(c, 0.20));
        }
        b.stroke(Brush.oval(400, 490, 170, 42), Hue.clear(Hue.dark(c, 0.3), 0.25), 5);
        b.cylinder(Brush.lathe(400, 106, 330, 104, 380, 74, 450, 50, 474), Hue.light(c, 0.2));
        b.down(Brush.oval(400, 330, 106, 25), Hue.dark(c, 0.15), Hue.light(c, 0.3));
    }

    static void cushion(Brush b, Color c) {
        b.shadow(400, 650, 210);
        Shape body =
                Brush.blob(
                        180, 230, 400, 262, 620, 230, 594, 430, 620, 640, 400, 614, 180, 640, 206,
                        430);
        b.matt(body, c);
        b.within(
                body,
                () -> {
                    for (int i = -3; i < 12; i++) {
                        b.stroke(
                                Brush.curve(
                                        140 + i * 60, 680, 190 + i * 60, 440, 150 + i * 60, 200),
                                Hue.clear(Hue.light(c, 0.6), 0.30),
                                b.look() % 2 == 0 ? 8 : 18);
                    }
                    b.glow(310, 350, 210, 170, Hue.clear(Hue.WHITE, 0.28));
                    b.glow(560, 590, 200, 140, Hue.clear(Hue.dark(c, 0.7), 0.30));
                });
        b.stroke(body, Hue.clear(Hue.dark(c, 0.3), 0.55), 5);
    }

    static void towels(Brush b, Color c) {
        b.shadow(400, 660, 210);
        for (int i = 0; i < 4; i++) {
            Color k = i % 2 == 0 ? c : Hue.light(c, 0.45);
            double y = 560 - i * 92;
            Shape fold = Brush.round(206 + i * 6, y, 388 - i * 12, 100, 46);
            b.down(fold, Hue.light(k, 0.28), Hue.dark(k, 0.18));
            b.line(Hue.clear(Hue.dark(k, 0.4), 0.35), 3, 250 + i * 6, y + 52, 590 - i * 6, y + 52);
            b.stroke(
                    Brush.curve(250 + i * 6, y + 20, 226 + i * 6, y + 50, 250 + i * 6, y + 82),
                    Hue.clear(Hue.dark(k, 0.4), 0.30),
                    4);
            b.fill(Brush.round(500, y + 4, 22, 92, 4), Hue.clear(Hue.WHITE, 0.25));
        }
    }

    static void vase(Brush b, Color c) {
        b.shadow(400, 690, 110);
        for (int i = 0; i < 7; i++) {
            double lean = -110 + i * 36;
            b.stroke(
                    Brush.curve(
                            400,
                            420,
                            400 + lean * 0.4,
                            280,
                            400 + lean,
                            130 + Math.abs(lean) * 0.3),
                    new Color(0xb99f6b),
                    5);
            for (int k = 0; k < 7; k++) {
                b.egg(
                        400 + lean * (0.55 + k * 0.075) + (k % 2 == 0 ? 8 : -8),
                        248 - k * 19 + Math.abs(lean) * 0.2,
                        10,
                        16,
                        new Color(0xdec794));
            }
        }
        Shape body =
                Brush.lathe(400, 50, 360, 44, 390, 54, 420, 126, 510, 134, 570, 100, 650, 66, 692);
        b.cylinder(body, c);
        b.fill(Brush.oval(400, 361, 50, 11), Hue.dark(c, 0.5));
        b.streak(body, 296, 34, 0.45);
        b.within(
                body,
                () ->
                        b.stroke(
                                Brush.curve(240, 560, 330, 584, 470, 584, 560, 560),
                                Hue.clear(Hue.WHITE, 0.4),
                                8));
    }

    static void pan(Brush b, Color c) {
        b.shadow(360, 600, 230);
        b.turn(
                -8,
                600,
                480,
                () -> b.cylinder(Brush.round(560, 452, 210, 40, 20), Hue.mix(Hue.WOOD, c, 0.2)));
        Shape body = Brush.lathe(350, 230, 470, 226, 520, 196, 584, 170, 600);
        b.cylinder(body, c);
        b.down(Brush.oval(350, 470, 230, 66), Hue.light(c, 0.35), Hue.dark(c, 0.1));
        b.down(Brush.oval(350, 474, 208, 54), Hue.dark(c, 0.55), Hue.dark(c, 0.35));
        b.glow(290, 462, 120, 26, Hue.clear(Hue.WHITE, 0.22));
        b.streak(body, 160, 40, 0.4);
    }

    static void clock(Brush b, Color c) {
        Shape rim = Brush.oval(400, 410, 240, 240);
        b.dropped(rim, 20, 28, 46);
        b.matt(rim, c);
        b.fill(Brush.oval(400, 410, 208, 208), Hue.dark(c, 0.2));
        b.matt(Brush.oval(402, 414, 204, 204), Hue.PAPER);
        for (int i = 0; i < 12; i++) {
            double a = Math.PI * i / 6;
            double in = i % 3 == 0 ? 156 : 172;
            b.line(
                    Hue.INK,
                    i % 3 == 0 ? 9 : 4,
                    400 + Math.sin(a) * in,
                    410 - Math.cos(a) * in,
                    400 + Math.sin(a) * 186,
                    410 - Math.cos(a) * 186);
        }
        b.line(Hue.INK, 12, 400, 410, 320, 340);
        b.line(Hue.INK, 8, 400, 410, 474, 290);
        b.line(c, 4, 390, 440, 430, 560);
        b.fill(Brush.oval(400, 410, 14, 14), c);
    }

    static void kettle(Brush b, Color c) {
        b.shadow(400, 680, 150);
        b.stroke(Brush.curve(300, 320, 330, 190, 470, 190, 510, 330), Hue.dark(Hue.WOOD, 0.2), 24);
        b.down(
                Brush.blob(250, 500, 150, 390, 140, 360, 176, 366, 230, 420, 290, 440),
                Hue.light(c, 0.2),
                Hue.dark(c, 0.25));
        Shape body = Brush.lathe(400, 70, 320, 110, 350, 150, 480, 160, 600, 150, 682);
        b.cylinder(body, c);
        b.fill(Brush.oval(400, 322, 72, 14), Hue.light(c, 0.4));
        b.sphere(400, 300, 20, Hue.WOOD);
        b.streak(body, 280, 38, 0.55);
        b.streak(body, 510, 18, 0.25);
    }
}
