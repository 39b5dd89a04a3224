package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;
import java.awt.Shape;

/** Clothing and accessories. */
final class Wear {
    private Wear() {}

    static void shirt(Brush b, Color c) {
        Shape shirt =
                Brush.poly(
                        300, 190, 360, 176, 440, 176, 500, 190, 640, 280, 590, 390, 530, 356, 536,
                        660, 264, 660, 270, 356, 210, 390, 160, 280);
        cloth(b, shirt, c);
        b.fill(Brush.oval(400, 178, 56, 34), Hue.dark(c, 0.35));
        b.stroke(
                Brush.curve(340, 176, 362, 214, 400, 226, 438, 214, 460, 176),
                Hue.light(c, 0.25),
                12);
        Emblem.sign(b, 400, 380, 58, Hue.clear(Hue.PAPER, 0.85));
    }

    static void sweater(Brush b, Color c) {
        Shape body =
                Brush.poly(
                        310, 190, 490, 190, 560, 226, 640, 560, 566, 590, 530, 420, 534, 650, 266,
                        650, 270, 420, 234, 590, 160, 560, 240, 226);
        cloth(b, body, c);
        b.within(
                body,
                () -> {
                    for (int row = 0; row < 10; row++) {
                        for (int i = 0; i < 26; i++) {
                            double x = 150 + i * 20;
                            double y = 290 + row * 18;
                            boolean band = row == 2 || row == 3 || row == 6;
                            b.line(
                                    Hue.clear(
                                            band ? Hue.PAPER : Hue.dark(c, 0.4), band ? 0.8 : 0.14),
                                    6,
                                    x,
                                    y,
                                    x + 9,
                                    y + 12,
                                    x + 18,
                                    y);
                        }
                    }
                });
        b.stroke(
                Brush.curve(330, 190, 360, 224, 400, 234, 440, 224, 470, 190),
                Hue.dark(c, 0.15),
                24);
        b.fill(Brush.round(264, 624, 272, 34, 8), Hue.dark(c, 0.18));
    }

    private static void cloth(Brush b, Shape shape, Color c) {
        b.dropped(shape, 14, 20, 44);
        b.matt(shape, c);
        b.stroke(shape, Hue.dark(c, 0.05), 10);
        b.within(
                shape,
                () -> {
                    b.glow(300, 300, 160, 260, Hue.clear(Hue.WHITE, 0.20));
                    b.glow(540, 560, 120, 240, Hue.clear(Hue.dark(c, 0.7), 0.28));
                    b.stroke(
                            Brush.curve(330, 660, 350, 560, 334, 470),
                            Hue.clear(Hue.dark(c, 0.5), 0.15),
                            18);
                    b.stroke(
                            Brush.curve(470, 660, 456, 580, 476, 500),
                            Hue.clear(Hue.WHITE, 0.16),
                            20);
                });
    }

    static void sneaker(Brush b, Color c) {
        b.shadow(400, 606, 280);
        b.down(
                Brush.blob(
                        130, 540, 160, 528, 400, 548, 640, 536, 690, 552, 684, 600, 600, 612, 180,
                        612, 128, 590),
                Hue.WHITE,
                new Color(0xd9d5cf));
        Shape upper =
                Brush.blob(
                        140, 530, 136, 400, 176, 330, 236, 346, 300, 372, 352, 330, 410, 380, 520,
                        448, 640, 480, 688, 540, 400, 556);
        b.matt(upper, c);
        b.within(
                upper,
                () -> {
                    b.fill(
                            Brush.blob(540, 440, 700, 470, 700, 570, 560, 560, 520, 500),
                            Hue.light(c, 0.4));
                    b.fill(Brush.poly(130, 330, 200, 330, 226, 560, 130, 560), Hue.dark(c, 0.25));
                    b.stroke(Brush.curve(240, 520, 350, 500, 440, 420), Hue.PAPER, 26);
                    b.glow(320, 400, 160, 70, Hue.clear(Hue.WHITE, 0.25));
                });
        for (int i = 0; i < 4; i++) {
            b.line(Hue.WHITE, 10, 356 + i * 40, 376 + i * 26, 398 + i * 40, 350 + i * 26);
        }
        b.line(Hue.clear(c, 0.8), 5, 150, 580, 670, 580);
    }

    static void tote(Brush b, Color c) {
        b.shadow(400, 690, 180);
        b.stroke(
                Brush.curve(300, 330, 310, 150, 400, 110, 490, 150, 500, 330),
                Hue.dark(c, 0.35),
                20);
        Shape bag = Brush.poly(220, 300, 580, 300, 560, 690, 240, 690);
        b.cylinder(bag, c);
        b.fill(
                Brush.poly(220, 300, 580, 300, 577, 340, 223, 340),
                Hue.clear(Hue.dark(c, 0.5), 0.22));
        b.stroke(
                Brush.curve(300, 360, 306, 180, 400, 136, 494, 180, 500, 360),
                Hue.light(c, 0.15),
                20);
        b.fill(Brush.oval(300, 360, 10, 10), Hue.GOLD);
        b.fill(Brush.oval(500, 360, 10, 10), Hue.GOLD);
        Emblem.sign(b, 400, 510, 84, Hue.clear(Hue.PAPER, 0.9));
        b.streak(bag, 246, 40, 0.3);
    }

    static void scarf(Brush b, Color c) {
        Shape tail = Brush.poly(420, 380, 540, 360, 590, 660, 470, 680);
        b.dropped(tail, 16, 22, 40);
        stripes(b, tail, Hue.dark(c, 0.12));
        for (int i = 0; i < 9; i++) {
            b.line(Hue.light(c, 0.2), 6, 474 + i * 14, 676 - i * 2, 480 + i * 14, 716 - i * 2);
        }
        Shape loop =
                Brush.blob(
                        200, 330, 270, 220, 420, 180, 560, 230, 610, 340, 540, 440, 400, 470, 260,
                        440);
        b.dropped(loop, 12, 18, 40);
        stripes(b, loop, c);
        b.down(
                Brush.blob(300, 320, 360, 272, 440, 270, 506, 318, 450, 356, 360, 360),
                Hue.dark(c, 0.62),
                Hue.dark(c, 0.4));
    }

    private static void stripes(Brush b, Shape s, Color c) {
        b.matt(s, c);
        b.within(
                s,
                () -> {
                    for (int i = 0; i < 14; i++) {
                        b.stroke(
                                Brush.curve(
                                        120 + i * 52, 150, 160 + i * 46, 430, 130 + i * 50, 720),
                                Hue.clear(
                                        i % 2 == 0 ? Hue.PAPER : Hue.dark(c, 0.5),
                                        i % 2 == 0 ? 0.5 : 0.25),
                                i % 2 == 0 ? 10 : 16);
                    }
                    b.glow(300, 260, 160, 90, Hue.clear(Hue.WHITE, 0.25));
                });
    }

    static void cap(Brush b, Color c) {
        b.shadow(420, 600, 230);
        b.down(
                Brush.blob(470, 480, 620, 490, 712, 560, 690, 590, 560, 570, 420, 566),
                Hue.dark(c, 0.1),
                Hue.dark(c, 0.42));
        Shape dome =
                Brush.blob(
                        196, 560, 200, 420, 270, 310, 400, 268, 520, 320, 580, 430, 590, 540, 400,
                        590);
        b.matt(dome, c);
        b.within(
                dome,
                () -> {
                    b.stroke(
                            Brush.curve(400, 264, 340, 400, 336, 600),
                            Hue.clear(Hue.dark(c, 0.5), 0.35),
                            4);
                    b.stroke(
                            Brush.curve(400, 264, 500, 380, 520, 600),
                            Hue.clear(Hue.dark(c, 0.5), 0.35),
                            4);
                    b.glow(310, 370, 130, 110, Hue.clear(Hue.WHITE, 0.28));
                });
        b.sphere(400, 268, 16, Hue.light(c, 0.2));
        Emblem.sign(b, 440, 450, 46, Hue.PAPER);
    }

    static void sunglasses(Brush b, Color c) {
        b.glow(400, 570, 330, 50, Hue.clear(new Color(0x2a1d33), 0.30));
        for (int side : new int[] {-1, 1}) {
            double x = 400 + side * 150;
            b.stroke(
                    Brush.curve(
                            400 + side * 280, 370, 400 + side * 316, 330, 400 + side * 300, 250),
                    Hue.dark(c, 0.3),
                    18);
            Shape lens =
                    Brush.blob(
                            x - 120, 370, x, 346, x + 120, 370, x + 104, 480, x, 526, x - 104, 480);
            b.fill(
                    lens,
                    Brush.gradient(
                            x - 100,
                            350,
                            x + 80,
                            530,
                            Hue.dark(c, 0.75),
                            Hue.mix(c, Hue.GOLD, 0.45)));
            b.within(
                    lens,
                    () ->
                            b.fill(
                                    Brush.poly(x - 110, 460, x + 10, 330, x + 56, 330, x - 90, 500),
                                    Hue.clear(Hue.WHITE, 0.28)));
            b.stroke(lens, c, 20);
            b.stroke(lens, Hue.clear(Hue.WHITE, 0.18), 5);
        }
        b.stroke(Brush.curve(368, 388, 400, 372, 432, 388), c, 20);
    }

    static void umbrella(Brush b, Color c) {
        b.line(Hue.dark(Hue.WOOD, 0.3), 14, 400, 180, 400, 610);
        b.stroke(Brush.curve(400, 610, 404, 668, 452, 680, 474, 630), Hue.WOOD, 22);
        Shape canopy =
                Brush.poly(
                        140, 430, 200, 290, 300, 204, 400, 172, 500, 204, 600, 290, 660, 430, 574,
                        400, 487, 436, 400, 404, 313, 436, 226, 400);
        b.dropped(canopy, 10, 20, 30);
        b.matt(canopy, c);
        b.within(
                canopy,
                () -> {
                    b.fill(
                            Brush.poly(400, 160, 313, 440, 226, 400, 120, 440, 140, 150),
                            Hue.clear(Hue.WHITE, 0.14));
                    b.fill(
                            Brush.poly(400, 160, 487, 440, 400, 404, 313, 440),
                            Hue.clear(Hue.WHITE, 0.08));
                    b.fill(
                            Brush.poly(400, 160, 574, 402, 680, 440, 680, 150),
                            Hue.clear(Hue.dark(c, 0.7), 0.22));
                });
        for (double x : new double[] {226, 313, 400, 487, 574}) {
            b.line(
                    Hue.clear(Hue.dark(c, 0.5), 0.35),
                    3,
                    400,
                    174,
                    x,
                    x == 313 || x == 487 ? 432 : 402);
        }
        b.line(Hue.INK, 8, 400, 172, 400, 146);
    }

    static void backpack(Brush b, Color c) {
        b.shadow(400, 690, 190);
        b.stroke(Brush.curve(350, 190, 356, 126, 444, 126, 450, 190), Hue.dark(c, 0.4), 18);
        Shape body = Brush.lathe(400, 110, 170, 158, 230, 176, 420, 180, 620, 160, 688);
        b.cylinder(body, c);
        b.stroke(
                Brush.curve(256, 300, 300, 210, 400, 192, 500, 210, 544, 300),
                Hue.clear(Hue.dark(c, 0.6), 0.6),
                6);
        b.matt(Brush.round(276, 440, 248, 210, 40), Hue.light(c, 0.10));
        b.stroke(Brush.round(276, 440, 248, 210, 40), Hue.clear(Hue.dark(c, 0.6), 0.45), 5);
        b.line(Hue.clear(Hue.dark(c, 0.6), 0.6), 6, 290, 500, 510, 500);
        b.cylinder(Brush.round(492, 494, 14, 44, 5), Hue.GOLD);
        Emblem.sign(b, 400, 345, 46, Hue.clear(Hue.PAPER, 0.85));
        b.cylinder(Brush.round(232, 400, 22, 200, 8), Hue.WOOD);
        b.cylinder(Brush.round(546, 400, 22, 200, 8), Hue.WOOD);
        b.streak(body, 262, 40, 0.3);
    }
}
