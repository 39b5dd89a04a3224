package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;
import java.awt.Shape;

/** Electronics. */
final class Tech {
    private static final Color SCREEN = new Color(0x1d2233);

    private Tech() {}

    static void headphones(Brush b, Color c) {
        b.shadow(400, 680, 190);
        Shape band =
                Brush.curve(210, 500, 206, 350, 280, 220, 400, 186, 520, 220, 594, 350, 590, 500);
        b.stroke(band, Hue.dark(c, 0.35), 48);
        b.stroke(Brush.moved(band, -4, -5), c, 36);
        b.stroke(
                Brush.curve(222, 380, 286, 240, 400, 194, 470, 206), Hue.clear(Hue.WHITE, 0.45), 8);
        for (int side : new int[] {-1, 1}) {
            double x = 400 + side * 182;
            b.cylinder(Brush.round(x - 58, 430, 116, 226, 54), Hue.dark(c, 0.45));
            b.cylinder(Brush.round(x + side * 16 - 46, 440, 92, 206, 44), c);
            b.streak(
                    Brush.round(x + side * 16 - 46, 440, 92, 206, 44), x + side * 16 - 30, 18, 0.5);
            b.stroke(Brush.oval(x + side * 16, 544, 24, 62), Hue.clear(Hue.WHITE, 0.25), 4);
        }
    }

    static void earbuds(Brush b, Color c) {
        b.shadow(400, 640, 170);
        Shape box = Brush.round(240, 440, 320, 210, 84);
        b.matt(box, c);
        b.line(Hue.clear(Hue.dark(c, 0.5), 0.5), 4, 244, 510, 556, 510);
        b.fill(Brush.oval(400, 560, 7, 7), new Color(0x8ce0a8));
        b.streak(box, 268, 40, 0.4);
        for (int side : new int[] {-1, 1}) {
            double x = 400 + side * 96;
            b.turn(
                    side * 12,
                    x,
                    330,
                    () -> {
                        b.cylinder(Brush.round(x - 20, 300, 40, 150, 20), Hue.light(c, 0.2));
                        b.sphere(x, 290, 58, Hue.light(c, 0.15));
                        b.egg(x - side * 34, 300, 26, 34, Hue.dark(c, 0.55));
                    });
        }
    }

    static void speaker(Brush b, Color c) {
        b.shadow(400, 684, 170);
        Shape body = Brush.round(240, 180, 320, 506, 54);
        b.cylinder(body, c);
        b.within(
                body,
                () -> {
                    for (int y = 0; y < 44; y++) {
                        for (int x = 0; x < 26; x++) {
                            b.fill(
                                    Brush.oval(250 + x * 12 + y % 2 * 6, 196 + y * 11.2, 2.6, 2.6),
                                    Hue.clear(Hue.dark(c, 0.6), 0.42));
                        }
                    }
                });
        cone(b, 400, 520, 116, c);
        cone(b, 400, 300, 58, c);
        b.streak(body, 258, 30, 0.3);
    }

    private static void cone(Brush b, double x, double y, double r, Color c) {
        b.matt(Brush.oval(x, y, r, r), Hue.dark(c, 0.55));
        b.stroke(Brush.oval(x, y, r - 4, r - 4), Hue.clear(Hue.STEEL, 0.7), 5);
        b.down(Brush.oval(x, y, r * 0.78, r * 0.78), Hue.dark(c, 0.75), Hue.dark(c, 0.45));
        b.sphere(x, y, r * 0.34, Hue.dark(c, 0.4));
    }

    static void phone(Brush b, Color c) {
        b.turn(
                9,
                400,
                400,
                () -> {
                    Shape body = Brush.round(274, 130, 252, 530, 40);
                    b.dropped(body, 24, 26, 50);
                    b.matt(body, Hue.dark(c, 0.3));
                    Shape screen = Brush.round(286, 142, 228, 506, 30);
                    b.fill(
                            screen,
                            Brush.gradient(
                                    286, 142, 514, 648, Hue.light(c, 0.35), Hue.dark(c, 0.45)));
                    b.within(
                            screen,
                            () -> {
                                b.fill(
                                        Brush.oval(300, 560, 230, 200),
                                        Hue.clear(Hue.light(c, 0.7), 0.30));
                                b.fill(
                                        Brush.oval(520, 640, 220, 190),
                                        Hue.clear(Hue.dark(c, 0.6), 0.35));
                                b.glow(450, 240, 90, 90, Hue.clear(new Color(0xfff3d8), 0.8));
                                b.fill(
                                        Brush.poly(286, 142, 420, 142, 286, 420),
                                        Hue.clear(Hue.WHITE, 0.12));
                            });
                    b.fill(Brush.oval(400, 166, 9, 9), Hue.INK);
                });
    }

    static void laptop(Brush b, Color c) {
        b.shadow(400, 640, 280);
        b.matt(Brush.round(190, 200, 420, 320, 18), Hue.dark(c, 0.35));
        Shape screen = Brush.round(206, 216, 388, 280, 6);
        b.fill(screen, Brush.gradient(206, 216, 594, 496, Hue.light(c, 0.45), SCREEN));
        b.within(
                screen,
                () -> {
                    b.fill(
                            Brush.poly(206, 496, 340, 330, 430, 430, 500, 360, 600, 496),
                            Hue.clear(SCREEN, 0.5));
                    b.fill(Brush.oval(500, 280, 30, 30), Hue.clear(new Color(0xfff0cf), 0.9));
                    b.fill(Brush.poly(206, 216, 380, 216, 206, 480), Hue.clear(Hue.WHITE, 0.10));
                });
        b.down(
                Brush.poly(190, 522, 610, 522, 700, 622, 100, 622),
                Hue.light(Hue.STEEL, 0.35),
                Hue.STEEL);
        for (int r = 0; r < 4; r++) {
            for (int k = 0; k < 13; k++) {
                double w = (404 + r * 30) / 13.0;
                b.fill(
                        Brush.round(198 - r * 15 + k * w, 530 + r * 15, w - 4, 11, 3),
                        Hue.clear(Hue.INK, 0.55));
            }
        }
        b.fill(Brush.poly(340, 594, 460, 594, 470, 618, 330, 618), Hue.clear(Hue.INK, 0.12));
        b.down(
                Brush.round(98, 620, 604, 20, 9),
                Hue.light(Hue.STEEL, 0.4),
                Hue.dark(Hue.STEEL, 0.3));
    }

    static void watch(Brush b, Color c) {
        b.shadow(400, 690, 120);
        b.cylinder(Brush.lathe(400, 70, 90, 78, 160, 96, 280), c);
        b.cylinder(Brush.lathe(400, 96, 510, 78, 640, 70, 700), c);
        for (int i = 0; i < 4; i++) {
            b.fill(Brush.round(390, 580 + i * 28, 20, 8, 4), Hue.clear(Hue.dark(c, 0.6), 0.6));
        }
        b.cylinder(Brush.round(534, 376, 24, 46, 8), Hue.STEEL);
        b.matt(Brush.round(264, 264, 272, 272, 84), Hue.STEEL);
        Shape face = Brush.round(280, 280, 240, 240, 70);
        b.down(face, new Color(0x2b3147), new Color(0x12141d));
        b.stroke(Brush.oval(400, 400, 84, 84), Hue.clear(Hue.light(c, 0.2), 0.35), 14);
        b.within(
                Brush.poly(400, 400, 400, 280, 540, 280, 540, 520, 360, 520),
                () -> b.stroke(Brush.oval(400, 400, 84, 84), Hue.light(c, 0.35), 14));
        b.line(Hue.WHITE, 7, 400, 400, 400, 348);
        b.line(Hue.WHITE, 7, 400, 400, 440, 420);
        b.fill(Brush.poly(284, 300, 420, 280, 284, 440), Hue.clear(Hue.WHITE, 0.08));
    }

    static void camera(Brush b, Color c) {
        b.shadow(400, 640, 240);
        b.down(Brush.round(320, 226, 160, 80, 20), Hue.light(c, 0.2), Hue.dark(c, 0.2));
        Shape body = Brush.round(170, 280, 460, 350, 44);
        b.matt(body, c);
        b.fill(Brush.round(170, 350, 460, 170, 0), Hue.dark(c, 0.45));
        b.cylinder(Brush.round(206, 250, 66, 36, 8), Hue.STEEL);
        b.fill(Brush.round(540, 302, 60, 30, 8), new Color(0xfff2d0));
        b.matt(Brush.oval(400, 450, 150, 150), Hue.STEEL);
        b.matt(Brush.oval(400, 450, 134, 134), Hue.INK);
        b.down(Brush.oval(400, 450, 100, 100), new Color(0x2d3b66), new Color(0x0f1220));
        b.glow(400, 470, 80, 76, Hue.clear(new Color(0x7a6bd0), 0.55));
        b.glow(360, 410, 42, 32, Hue.clear(Hue.WHITE, 0.75));
        b.fill(Brush.oval(446, 496, 12, 12), Hue.clear(Hue.WHITE, 0.35));
    }

    static void powerbank(Brush b, Color c) {
        b.turn(
                -10,
                400,
                400,
                () -> {
                    b.stroke(
                            Brush.curve(400, 190, 410, 90, 540, 100, 560, 210, 620, 330),
                            Hue.light(c, 0.3),
                            16);
                    Shape body = Brush.round(280, 190, 240, 470, 50);
                    b.dropped(body, 24, 26, 46);
                    b.matt(body, c);
                    b.streak(body, 296, 40, 0.4);
                    for (int i = 0; i < 4; i++) {
                        b.fill(
                                Brush.oval(364 + i * 24, 270, 6, 6),
                                i < 3 ? new Color(0x9be8b4) : Hue.clear(Hue.WHITE, 0.35));
                    }
                    Emblem.sign(b, 400, 470, 54, Hue.clear(Hue.WHITE, 0.55));
                    b.fill(Brush.round(380, 186, 40, 12, 5), Hue.INK);
                });
    }

    static void keyboard(Brush b, Color c) {
        b.turn(
                -8,
                400,
                420,
                () -> {
                    Shape body = Brush.round(110, 300, 580, 250, 26);
                    b.dropped(body, 20, 26, 44);
                    b.matt(body, Hue.dark(c, 0.25));
                    for (int r = 0; r < 4; r++) {
                        for (int k = 0; k < 12; k++) {
                            if (r == 3 && k > 3 && k < 8) {
                                continue;
                            }
                            Color key = (r * 12 + k) % 17 == 3 ? Hue.GOLD : Hue.light(c, 0.55);
                            b.down(
                                    Brush.round(130 + k * 45.5, 320 + r * 53, 40, 46, 9),
                                    Hue.light(key, 0.4),
                                    key);
                        }
                    }
                    b.down(
                            Brush.round(130 + 4 * 45.5, 479, 177, 46, 9),
                            Hue.light(c, 0.75),
                            Hue.light(c, 0.5));
                });
    }

    static void bulb(Brush b, Color c) {
        b.glow(400, 350, 350, 330, Hue.clear(Hue.mix(new Color(0xffe7ae), c, 0.25), 0.95));
        b.shadow(400, 690, 60);
        b.cylinder(Brush.round(350, 540, 100, 130, 20), Hue.STEEL);
        for (int i = 0; i < 4; i++) {
            b.line(Hue.clear(Hue.INK, 0.3), 5, 352, 566 + i * 26, 448, 558 + i * 26);
        }
        b.fill(Brush.oval(400, 674, 30, 14), Hue.INK);
        Shape glass = Brush.lathe(400, 6, 168, 96, 190, 152, 300, 136, 400, 76, 490, 52, 548);
        b.fill(glass, Hue.clear(Hue.mix(new Color(0xfff5d8), c, 0.15), 0.88));
        b.stroke(
                Brush.curve(370, 540, 360, 400, 384, 350, 400, 390, 416, 350, 440, 400, 430, 540),
                new Color(0xf0a63c),
                6);
        b.streak(glass, 280, 50, 0.7);
    }
}
