package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;
import java.awt.Shape;

/** Food and drink in bottles, jars, bags and boxes. */
final class Pantry {
    private Pantry() {}

    static void oilBottle(Brush b, Color c) {
        b.shadow(400, 690, 92);
        Shape glass =
                Brush.lathe(
                        400, 26, 190, 26, 262, 34, 300, 86, 352, 92, 400, 92, 640, 90, 682, 70,
                        692);
        b.cylinder(glass, Hue.dark(c, 0.25));
        b.streak(glass, 322, 26, 0.55);
        b.streak(glass, 462, 14, 0.22);
        b.cylinder(Brush.round(370, 150, 60, 66, 10), Hue.mix(c, Hue.GOLD, 0.75));
        Emblem.label(b, 312, 430, 176, 178, Hue.dark(c, 0.2));
        for (int i = 0; i < 3; i++) {
            b.egg(552 + i * 46, 676 - i % 2 * 14, 28, 22, Hue.mix(c, Hue.LEAF, 0.35));
        }
        Nature.leaf(b, 560, 640, 80, -50, Hue.LEAF);
    }

    static void wineBottle(Brush b, Color c) {
        b.shadow(400, 704, 86);
        Shape glass =
                Brush.lathe(
                        400, 25, 130, 25, 250, 30, 290, 80, 360, 87, 410, 87, 650, 86, 694, 66,
                        706);
        b.cylinder(glass, Hue.dark(c, 0.5));
        b.streak(glass, 326, 22, 0.5);
        b.cylinder(Brush.round(372, 112, 56, 128, 8), Hue.mix(c, Hue.GOLD, 0.25));
        Emblem.label(b, 316, 420, 168, 200, Hue.dark(c, 0.1));
        Shape bowl = Brush.lathe(598, 58, 420, 66, 480, 50, 545, 8, 570);
        b.shadow(598, 706, 52);
        b.fill(bowl, Hue.clear(Hue.WHITE, 0.30));
        b.within(
                bowl,
                () ->
                        b.down(
                                Brush.round(520, 490, 160, 120, 0),
                                Hue.light(c, 0.1),
                                Hue.dark(c, 0.2)));
        b.stroke(bowl, Hue.clear(Hue.WHITE, 0.7), 3);
        b.line(Hue.clear(Hue.WHITE, 0.75), 7, 598, 566, 598, 696);
        b.fill(Brush.oval(598, 700, 50, 9), Hue.clear(Hue.WHITE, 0.7));
    }

    static void juiceBottle(Brush b, Color c) {
        b.shadow(380, 690, 104);
        Shape glass =
                Brush.lathe(
                        380, 44, 210, 44, 258, 52, 300, 100, 370, 106, 430, 106, 640, 100, 686, 80,
                        692);
        b.cylinder(glass, Hue.light(c, 0.12));
        b.fill(Brush.lathe(380, 44, 226, 44, 262, 50, 288, 50, 290), Hue.clear(Hue.WHITE, 0.45));
        b.cylinder(Brush.round(328, 176, 104, 54, 12), Hue.dark(c, 0.35));
        Emblem.label(b, 280, 440, 200, 150, c);
        b.streak(glass, 296, 24, 0.6);
        Nature.fruit(b, 560, 636, 66, c);
        Nature.fruit(b, 640, 664, 44, Hue.light(c, 0.1));
    }

    static void milkBottle(Brush b, Color c) {
        b.shadow(400, 690, 108);
        Shape glass =
                Brush.lathe(
                        400, 58, 190, 56, 230, 56, 300, 106, 390, 110, 450, 110, 640, 104, 686, 84,
                        692);
        b.cylinder(glass, new Color(0xf4f0e6));
        b.cylinder(Brush.round(334, 160, 132, 48, 14), c);
        b.stroke(Brush.oval(400, 530, 62, 62), Hue.clear(c, 0.9), 6);
        Emblem.sign(b, 400, 530, 40, c);
        b.streak(glass, 312, 24, 0.9);
    }

    static void jar(Brush b, Color c) {
        b.shadow(400, 676, 138);
        Shape glass =
                Brush.lathe(
                        400, 112, 300, 112, 320, 138, 356, 140, 400, 140, 600, 134, 660, 108, 678);
        b.cylinder(glass, c);
        b.within(
                glass,
                () -> {
                    for (int i = 0; i < 16; i++) {
                        double x = 282 + (i * 67 + b.look() * 13) % 236;
                        double y = 380 + (i * 89) % 270;
                        b.glow(
                                x,
                                y,
                                34,
                                26,
                                Hue.clear(i % 2 == 0 ? Hue.dark(c, 0.4) : Hue.light(c, 0.5), 0.28));
                    }
                });
        b.streak(glass, 282, 34, 0.65);
        b.streak(glass, 500, 18, 0.25);
        b.cylinder(Brush.round(276, 232, 248, 78, 18), Hue.mix(Hue.PAPER, c, 0.18));
        b.line(Hue.clear(Hue.dark(c, 0.3), 0.4), 3, 284, 290, 516, 290);
        Emblem.label(b, 306, 430, 188, 150, Hue.dark(c, 0.25));
    }

    static void spiceJar(Brush b, Color c) {
        for (int i = 0; i < 3; i++) {
            double x = 250 + i * 150;
            double top = 340 - (i == 1 ? 50 : 0);
            Color k = i == 1 ? c : Hue.mix(c, i == 0 ? Hue.GOLD : Hue.LEAF, 0.35);
            b.shadow(x, 640, 60);
            Shape glass = Brush.lathe(x, 46, top + 40, 60, top + 76, 60, 610, 52, 642);
            b.cylinder(glass, k);
            b.cylinder(Brush.round(x - 54, top - 12, 108, 62, 10), Hue.INK);
            Emblem.label(b, x - 44, 480, 88, 90, Hue.dark(k, 0.3));
            b.streak(glass, x - 46, 16, 0.6);
        }
    }

    static void bag(Brush b, Color c) {
        b.shadow(390, 690, 150);
        Shape body = Brush.poly(250, 262, 530, 262, 540, 690, 240, 690);
        b.cylinder(body, c);
        b.fill(Brush.poly(250, 262, 276, 262, 290, 690, 240, 690), Hue.clear(Hue.WHITE, 0.10));
        b.down(
                Brush.poly(246, 190, 534, 190, 530, 270, 250, 270),
                Hue.light(c, 0.18),
                Hue.dark(c, 0.15));
        b.line(Hue.clear(Hue.WHITE, 0.35), 3, 250, 226, 530, 226);
        b.line(Hue.clear(Hue.dark(c, 0.5), 0.6), 4, 250, 270, 530, 270);
        b.cylinder(Brush.round(360, 176, 60, 36, 5), Hue.GOLD);
        b.matt(Brush.oval(390, 430, 92, 92), Hue.PAPER);
        Emblem.sign(b, 390, 430, 56, Hue.dark(c, 0.2));
        b.line(Hue.clear(Hue.PAPER, 0.8), 5, 330, 568, 450, 568);
        b.line(Hue.clear(Hue.PAPER, 0.55), 4, 352, 592, 428, 592);
        b.streak(body, 268, 30, 0.35);
        for (int i = 0; i < 7; i++) {
            double x = 520 + i % 4 * 48;
            double y = 690 - i / 4 * 26 - i % 2 * 6;
            b.egg(x, y, 25, 18, Hue.dark(Hue.mix(c, Hue.WOOD, 0.6), 0.35));
            b.stroke(
                    Brush.curve(x - 18, y + 2, x, y - 4, x + 18, y + 3),
                    Hue.clear(Hue.INK, 0.5),
                    3);
        }
    }

    static void tin(Brush b, Color c) {
        b.shadow(400, 684, 140);
        b.cylinder(Brush.round(262, 300, 276, 386, 26), c);
        b.cylinder(Brush.round(254, 226, 292, 104, 20), Hue.dark(c, 0.18));
        b.down(Brush.oval(400, 236, 142, 26), Hue.light(c, 0.4), Hue.light(c, 0.05));
        b.fill(Brush.round(262, 366, 276, 6, 3), Hue.clear(Hue.GOLD, 0.9));
        b.fill(Brush.round(262, 636, 276, 6, 3), Hue.clear(Hue.GOLD, 0.9));
        b.matt(Brush.oval(400, 504, 88, 100), Hue.PAPER);
        b.stroke(Brush.oval(400, 504, 78, 90), Hue.GOLD, 3);
        Emblem.sign(b, 400, 504, 50, Hue.dark(c, 0.1));
        b.streak(Brush.round(254, 226, 292, 460, 22), 288, 30, 0.45);
        for (int i = 0; i < 5; i++) {
            Nature.leaf(
                    b, 560 + i * 26, 684 - i % 2 * 14, 54, 20 + i * 37, Hue.mix(Hue.LEAF, c, 0.2));
        }
    }

    static void can(Brush b, Color c) {
        b.shadow(400, 670, 128);
        b.cylinder(Brush.lathe(400, 122, 300, 128, 312, 128, 640, 122, 672), Hue.STEEL);
        Shape wrap = Brush.round(272, 336, 256, 300, 2);
        b.cylinder(wrap, c);
        b.down(Brush.oval(400, 300, 124, 28), Hue.light(Hue.STEEL, 0.7), Hue.STEEL);
        b.stroke(Brush.oval(400, 300, 104, 21), Hue.clear(Hue.INK, 0.25), 4);
        b.stroke(Brush.oval(400, 296, 30, 9), Hue.clear(Hue.INK, 0.45), 6);
        b.matt(Brush.oval(400, 486, 92, 92), Hue.PAPER);
        Emblem.sign(b, 400, 486, 56, Hue.dark(c, 0.1));
        b.streak(wrap, 296, 26, 0.5);
        Nature.fruit(b, 574, 640, 54, c);
    }

    static void carton(Brush b, Color c) {
        b.shadow(420, 690, 160);
        b.down(
                Brush.poly(510, 204, 590, 176, 590, 664, 510, 692),
                Hue.dark(c, 0.2),
                Hue.dark(c, 0.38));
        b.down(
                Brush.poly(256, 204, 336, 176, 590, 176, 510, 204),
                Hue.light(c, 0.4),
                Hue.light(c, 0.2));
        Shape front = Brush.poly(256, 204, 510, 204, 510, 692, 256, 692);
        b.matt(front, c);
        b.within(
                front,
                () -> {
                    b.fill(Brush.oval(383, 720, 250, 240), Hue.clear(Hue.PAPER, 0.92));
                    b.fill(Brush.oval(300, 240, 150, 120), Hue.clear(Hue.WHITE, 0.14));
                    b.fill(Brush.oval(500, 330, 120, 120), Hue.clear(Hue.dark(c, 0.5), 0.12));
                });
        Emblem.sign(b, 383, 350, 62, Hue.PAPER);
        b.line(Hue.clear(c, 0.9), 6, 316, 590, 450, 590);
        b.line(Hue.clear(c, 0.6), 5, 340, 618, 426, 618);
    }

    static void chocolate(Brush b, Color c) {
        b.turn(
                -14,
                400,
                420,
                () -> {
                    Shape bar = Brush.round(270, 170, 260, 520, 14);
                    b.dropped(bar, 16, 22, 40);
                    Color cocoa = Hue.mix(new Color(0x5a3420), c, 0.12);
                    b.matt(bar, cocoa);
                    for (int row = 0; row < 4; row++) {
                        for (int col = 0; col < 3; col++) {
                            Shape piece = Brush.round(280 + col * 82, 182 + row * 66, 76, 58, 8);
                            b.matt(piece, Hue.light(cocoa, 0.08));
                            b.stroke(piece, Hue.clear(Hue.WHITE, 0.12), 2);
                        }
                    }
                    b.down(
                            Brush.poly(
                                    262, 392, 300, 376, 340, 394, 384, 372, 430, 392, 480, 374, 538,
                                    390, 538, 440, 262, 440),
                            Hue.light(Hue.STEEL, 0.5),
                            Hue.STEEL);
                    Shape wrap = Brush.round(260, 418, 280, 284, 10);
                    b.matt(wrap, c);
                    b.fill(Brush.round(260, 458, 280, 5, 2), Hue.GOLD);
                    b.fill(Brush.round(260, 660, 280, 5, 2), Hue.GOLD);
                    Emblem.sign(b, 400, 560, 62, Hue.PAPER);
                });
    }

    static void cheese(Brush b, Color c) {
        b.shadow(400, 660, 240);
        Home.board(b, 400, 650, 270);
        Shape side = Brush.poly(180, 500, 620, 430, 620, 590, 180, 640);
        b.down(side, Hue.light(c, 0.30), c);
        b.down(Brush.poly(180, 500, 500, 372, 620, 430), Hue.light(c, 0.6), Hue.light(c, 0.32));
        b.down(
                Brush.poly(500, 372, 620, 430, 620, 590, 600, 592, 600, 440),
                Hue.GOLD,
                Hue.dark(Hue.GOLD, 0.25));
        double[] holes = {
            280, 570, 26, 380, 540, 36, 470, 580, 20, 540, 510, 28, 340, 610, 13, 450, 496, 14
        };
        for (int i = 0; i < holes.length; i += 3) {
            b.down(
                    Brush.oval(holes[i], holes[i + 1], holes[i + 2], holes[i + 2] * 0.8),
                    Hue.dark(c, 0.26),
                    Hue.light(c, 0.05));
        }
        Nature.leaf(b, 250, 660, 90, 60, Hue.LEAF);
    }

    static void nuts(Brush b, Color c) {
        b.shadow(400, 660, 190);
        for (int i = 0; i < 26; i++) {
            double a = i * 2.4;
            double r = Math.sqrt(i / 26.0);
            b.egg(
                    400 + Math.cos(a) * 165 * r,
                    480 - (1 - r) * 70 + Math.sin(a) * 36 * r,
                    36,
                    27,
                    i % 3 == 0 ? Hue.light(c, 0.18) : i % 3 == 1 ? c : Hue.dark(c, 0.15));
        }
        Home.bowl(b, 400, 490, 220, 170, Hue.mix(Hue.PAPER, c, 0.12));
        b.egg(650, 654, 36, 26, c);
        b.egg(596, 676, 34, 24, Hue.dark(c, 0.1));
    }

    static void loaf(Brush b, Color c) {
        b.shadow(400, 640, 250);
        Home.board(b, 400, 640, 290);
        Shape loaf =
                Brush.blob(
                        160, 560, 190, 440, 300, 362, 420, 348, 540, 376, 630, 460, 640, 570, 560,
                        628, 400, 640, 230, 630);
        b.down(loaf, Hue.light(c, 0.20), Hue.dark(c, 0.35));
        b.within(
                loaf,
                () -> {
                    b.glow(330, 420, 240, 120, Hue.clear(Hue.light(c, 0.8), 0.5));
                    for (int i = 0; i < 4; i++) {
                        double x = 250 + i * 96;
                        b.fill(
                                Brush.blob(
                                        x, 540, x + 8, 470, x + 66, 384, x + 84, 380, x + 44, 470,
                                        x + 26, 545),
                                Hue.light(c, 0.62));
                        b.stroke(
                                Brush.curve(x + 4, 536, x + 12, 470, x + 66, 388),
                                Hue.clear(Hue.dark(c, 0.4), 0.6),
                                5);
                    }
                });
        for (int i = 0; i < 5; i++) {
            double x = 600 + i * 16;
            b.line(Hue.GOLD, 4, 560 + i * 10, 690, x, 560);
            for (int k = 0; k < 4; k++) {
                b.egg(x + (k % 2 == 0 ? -7 : 7), 566 - k * 16, 8, 13, Hue.GOLD);
            }
        }
    }

    static void pastry(Brush b, Color c) {
        b.shadow(400, 610, 220);
        b.down(Brush.oval(400, 590, 270, 74), Hue.PAPER, new Color(0xe4dccd));
        b.stroke(Brush.oval(400, 586, 228, 58), Hue.clear(Hue.INK, 0.08), 4);
        double[][] spots = {{300, 520}, {500, 520}, {400, 440}};
        for (double[] s : spots) {
            b.egg(s[0], s[1] + 14, 112, 84, c);
            for (int i = 0; i < 4; i++) {
                double r = 86 - i * 22;
                b.stroke(
                        Brush.curve(
                                s[0] - r,
                                s[1],
                                s[0] - r * 0.6,
                                s[1] - r * 0.52,
                                s[0] + r * 0.2,
                                s[1] - r * 0.6,
                                s[0] + r,
                                s[1] - 2,
                                s[0] + r * 0.5,
                                s[1] + r * 0.44,
                                s[0] - r * 0.5,
                                s[1] + r * 0.4),
                        Hue.clear(i % 2 == 0 ? Hue.dark(c, 0.45) : Hue.light(c, 0.55), 0.75),
                        8);
            }
            b.glow(s[0] - 30, s[1] - 30, 50, 26, Hue.clear(Hue.WHITE, 0.45));
        }
    }

    static void fruitBowl(Brush b, Color c) {
        b.shadow(400, 660, 220);
        double[][] spots = {
            {300, 430, 82}, {500, 430, 82}, {400, 384, 88}, {360, 470, 84}, {460, 474, 84}
        };
        for (int i = 0; i < spots.length; i++) {
            Nature.fruit(
                    b,
                    spots[i][0],
                    spots[i][1],
                    spots[i][2],
                    i % 2 == 0 ? c : Hue.mix(c, Hue.GOLD, 0.2));
        }
        Home.bowl(b, 400, 490, 230, 170, new Color(0xe9e4da));
    }

    static void pasta(Brush b, Color c) {
        b.shadow(400, 690, 150);
        Shape bag = Brush.poly(262, 210, 538, 210, 548, 690, 252, 690);
        b.cylinder(bag, Hue.light(new Color(0xe2bd6a), 0.12));
        b.within(
                bag,
                () -> {
                    for (int i = 0; i < 60; i++) {
                        double x = 262 + i * 37 % 280;
                        double y = 320 + i * 53 % 370;
                        b.turn(
                                i * 47,
                                x,
                                y,
                                () ->
                                        b.matt(
                                                Brush.round(x - 34, y - 9, 68, 18, 9),
                                                new Color(0xe7c574)));
                    }
                    b.fill(Brush.poly(250, 200, 550, 200, 550, 460, 250, 460), c);
                    b.fill(Brush.oval(400, 460, 210, 60), c);
                });
        b.down(
                Brush.poly(256, 180, 544, 180, 538, 228, 262, 228),
                Hue.light(c, 0.25),
                Hue.dark(c, 0.1));
        Emblem.sign(b, 400, 370, 70, Hue.PAPER);
        b.streak(bag, 276, 34, 0.4);
        b.streak(bag, 500, 20, 0.2);
    }
}
