package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;
import java.awt.Shape;

/** Sport, books and toys. */
final class Leisure {
    private Leisure() {}

    static void dumbbell(Brush b, Color c) {
        b.shadow(400, 600, 270);
        b.turn(
                -10,
                400,
                480,
                () -> {
                    b.down(
                            Brush.round(240, 458, 320, 44, 14),
                            Hue.light(Hue.STEEL, 0.5),
                            Hue.dark(Hue.STEEL, 0.4));
                    for (int side : new int[] {-1, 1}) {
                        double x = 400 + side * 200;
                        b.down(
                                Brush.round(x - 50, 360, 70, 240, 26),
                                Hue.light(c, 0.25),
                                Hue.dark(c, 0.4));
                        b.down(
                                Brush.round(x - 10 + side * 34, 390, 60, 180, 24),
                                Hue.light(c, 0.1),
                                Hue.dark(c, 0.5));
                        b.fill(Brush.round(x - 40, 376, 14, 200, 7), Hue.clear(Hue.WHITE, 0.22));
                    }
                });
    }

    static void kettlebell(Brush b, Color c) {
        b.shadow(400, 680, 170);
        b.stroke(
                Brush.curve(310, 430, 290, 270, 350, 200, 450, 200, 510, 270, 490, 430),
                Hue.dark(c, 0.35),
                54);
        b.stroke(Brush.curve(300, 330, 316, 240, 370, 198), Hue.clear(Hue.WHITE, 0.3), 10);
        b.sphere(400, 520, 168, c);
        b.matt(Brush.oval(400, 530, 76, 76), Hue.dark(c, 0.3));
        Emblem.sign(b, 400, 530, 44, Hue.PAPER);
    }

    static void yogaMat(Brush b, Color c) {
        b.shadow(400, 640, 280);
        b.down(
                Brush.poly(240, 600, 690, 600, 740, 650, 200, 650),
                Hue.light(c, 0.15),
                Hue.dark(c, 0.15));
        Shape roll = Brush.round(140, 430, 500, 200, 100);
        b.down(roll, Hue.light(c, 0.35), Hue.dark(c, 0.35));
        b.fill(Brush.oval(590, 530, 66, 100), Hue.dark(c, 0.1));
        for (int i = 0; i < 5; i++) {
            b.stroke(
                    Brush.oval(590 + i * 2, 530, 58 - i * 12, 90 - i * 18),
                    Hue.clear(i % 2 == 0 ? Hue.light(c, 0.45) : Hue.dark(c, 0.35), 0.9),
                    7);
        }
        for (double x : new double[] {250, 440}) {
            b.down(Brush.round(x, 426, 30, 208, 10), Hue.dark(c, 0.35), Hue.dark(c, 0.65));
        }
        b.stroke(Brush.curve(265, 430, 300, 330, 420, 330, 455, 430), Hue.dark(c, 0.45), 12);
    }

    static void ball(Brush b, Color c) {
        b.shadow(400, 660, 190);
        b.sphere(400, 450, 214, c);
        b.within(
                Brush.oval(400, 450, 214, 214),
                () -> {
                    b.stroke(
                            Brush.curve(186, 430, 300, 500, 500, 500, 614, 430),
                            Hue.clear(Hue.dark(c, 0.6), 0.45),
                            9);
                    b.stroke(
                            Brush.curve(380, 230, 330, 400, 360, 560, 440, 670),
                            Hue.clear(Hue.dark(c, 0.6), 0.45),
                            9);
                    b.stroke(
                            Brush.curve(240, 280, 330, 380, 340, 500, 250, 610),
                            Hue.clear(Hue.dark(c, 0.6), 0.35),
                            8);
                    b.stroke(
                            Brush.curve(560, 290, 480, 390, 490, 530, 560, 620),
                            Hue.clear(Hue.dark(c, 0.6), 0.35),
                            8);
                });
        b.glow(320, 350, 90, 66, Hue.clear(Hue.WHITE, 0.6));
    }

    static void flask(Brush b, Color c) {
        b.shadow(400, 700, 92);
        b.stroke(Brush.curve(372, 170, 376, 110, 424, 110, 428, 170), Hue.INK, 16);
        b.cylinder(Brush.round(346, 154, 108, 90, 14), Hue.INK);
        Shape body = Brush.lathe(400, 50, 240, 52, 262, 92, 330, 96, 380, 96, 650, 90, 702);
        b.cylinder(body, c);
        b.cylinder(Brush.lathe(400, 94, 646, 90, 690, 84, 704), Hue.STEEL);
        Emblem.sign(b, 400, 470, 50, Hue.clear(Hue.WHITE, 0.85));
        b.streak(body, 322, 26, 0.55);
        b.streak(body, 462, 12, 0.25);
    }

    static void helmet(Brush b, Color c) {
        b.shadow(400, 620, 230);
        b.stroke(Brush.curve(260, 540, 330, 660, 400, 680, 470, 650, 540, 540), Hue.INK, 12);
        Shape shell =
                Brush.blob(
                        150, 540, 170, 380, 280, 270, 430, 254, 570, 310, 650, 430, 664, 520, 560,
                        540, 400, 560, 240, 570);
        b.matt(shell, c);
        b.within(
                shell,
                () -> {
                    double[][] vents = {
                        {280, 350, 380, 300},
                        {430, 300, 520, 330},
                        {260, 450, 390, 410},
                        {440, 410, 560, 430}
                    };
                    for (double[] v : vents) {
                        b.fill(
                                Brush.blob(
                                        v[0], v[1] + 20, v[0] + 30, v[1] - 8, v[2], v[3], v[2] + 20,
                                        v[3] + 26, v[0] + 60, v[1] + 30),
                                Hue.dark(c, 0.72));
                    }
                    b.glow(290, 310, 130, 70, Hue.clear(Hue.WHITE, 0.4));
                    b.fill(
                            Brush.blob(140, 520, 400, 530, 680, 490, 680, 600, 140, 600),
                            Hue.clear(Hue.dark(c, 0.6), 0.35));
                });
    }

    static void tent(Brush b, Color c) {
        b.glow(400, 640, 380, 60, Hue.clear(Hue.LEAF, 0.5));
        b.shadow(400, 650, 280);
        b.down(Brush.poly(400, 220, 690, 640, 400, 656), Hue.dark(c, 0.15), Hue.dark(c, 0.4));
        b.down(Brush.poly(400, 220, 400, 656, 110, 640), Hue.light(c, 0.3), c);
        b.down(Brush.poly(330, 330, 396, 654, 210, 646), new Color(0xffe3a6), new Color(0xe8b765));
        b.fill(Brush.poly(330, 330, 300, 650, 210, 646), Hue.light(c, 0.15));
        b.line(Hue.clear(Hue.WHITE, 0.5), 4, 400, 220, 400, 654);
        b.line(Hue.INK, 3, 400, 224, 740, 640);
        b.line(Hue.INK, 3, 400, 224, 64, 640);
        for (int i = 0; i < 14; i++) {
            Nature.leaf(b, 90 + i * 48, 680, 34, -30 + i * 23 % 60, Hue.LEAF);
        }
    }

    static void book(Brush b, Color c) {
        b.turn(
                6,
                400,
                420,
                () -> {
                    Shape cover = Brush.round(248, 150, 310, 500, 8);
                    b.dropped(cover, 26, 26, 44);
                    b.down(Brush.round(258, 160, 316, 496, 6), Hue.PAPER, new Color(0xd9cfbd));
                    for (int i = 0; i < 5; i++) {
                        b.line(Hue.clear(Hue.INK, 0.15), 1.5, 560 + i * 3, 164, 560 + i * 3, 652);
                    }
                    b.matt(cover, c);
                    b.within(
                            cover,
                            () -> {
                                b.fill(
                                        Brush.oval(403, 640, 260, 200),
                                        Hue.clear(Hue.dark(c, 0.6), 0.5));
                                b.fill(
                                        Brush.oval(330, 600, 160, 130),
                                        Hue.clear(Hue.light(c, 0.5), 0.35));
                                b.glow(460, 280, 110, 110, Hue.clear(new Color(0xfff0cc), 0.75));
                                b.fill(
                                        Brush.round(248, 150, 26, 500, 0),
                                        Hue.clear(Hue.dark(c, 0.7), 0.35));
                            });
                    Emblem.sign(b, 410, 330, 66, Hue.PAPER);
                    b.line(Hue.clear(Hue.PAPER, 0.9), 7, 330, 520, 490, 520);
                    b.line(Hue.clear(Hue.PAPER, 0.6), 5, 360, 548, 460, 548);
                });
    }

    static void notebook(Brush b, Color c) {
        b.turn(
                -7,
                400,
                420,
                () -> {
                    Shape cover = Brush.round(240, 170, 320, 470, 20);
                    b.dropped(cover, 22, 24, 40);
                    b.matt(cover, c);
                    b.fill(Brush.round(512, 170, 16, 470, 0), Hue.dark(c, 0.45));
                    b.matt(Brush.round(300, 260, 170, 90, 8), Hue.PAPER);
                    Emblem.sign(b, 385, 305, 30, c);
                    b.fill(Brush.poly(300, 640, 322, 640, 322, 690, 311, 676, 300, 690), Hue.GOLD);
                });
        b.turn(
                24,
                600,
                430,
                () -> {
                    Shape pen = Brush.round(600, 200, 30, 400, 12);
                    b.dropped(pen, 12, 14, 20);
                    b.cylinder(pen, Hue.INK);
                    b.cylinder(Brush.round(600, 330, 30, 12, 2), Hue.GOLD);
                    b.fill(Brush.poly(602, 598, 628, 598, 615, 652), Hue.GOLD);
                });
    }

    static void blocks(Brush b, Color c) {
        b.shadow(400, 680, 250);
        block(b, 180, 500, 170, c);
        block(b, 430, 500, 170, new Color(0x6f9dc0));
        block(b, 300, 322, 170, new Color(0xe3b04f));
        b.shadow(640, 688, 50);
        b.sphere(650, 640, 52, new Color(0xcf6f5b));
    }

    private static void block(Brush b, double x, double y, double s, Color c) {
        double d = s * 0.26;
        b.down(
                Brush.poly(
                        x + s, y, x + s + d, y - d * 0.7, x + s + d, y + s - d * 0.7, x + s, y + s),
                Hue.dark(c, 0.2),
                Hue.dark(c, 0.38));
        b.down(
                Brush.poly(x, y, x + d, y - d * 0.7, x + s + d, y - d * 0.7, x + s, y),
                Hue.light(c, 0.55),
                Hue.light(c, 0.35));
        b.matt(Brush.round(x, y, s, s, 6), c);
        b.matt(Brush.round(x + 22, y + 22, s - 44, s - 44, 12), Hue.light(c, 0.6));
        Emblem.sign(b, x + s / 2, y + s / 2, s * 0.24, Hue.dark(c, 0.1));
    }

    static void teddy(Brush b, Color c) {
        b.shadow(400, 690, 180);
        for (int side : new int[] {-1, 1}) {
            b.egg(400 + side * 112, 640, 74, 56, Hue.dark(c, 0.06));
            b.egg(400 + side * 130, 646, 36, 32, Hue.light(c, 0.4));
            b.egg(400 + side * 140, 480, 48, 86, Hue.dark(c, 0.05));
            b.sphere(400 + side * 106, 196, 52, c);
            b.sphere(400 + side * 106, 200, 28, Hue.light(c, 0.35));
        }
        b.egg(400, 530, 142, 152, c);
        b.egg(400, 546, 88, 100, Hue.light(c, 0.38));
        b.egg(400, 290, 142, 126, c);
        b.egg(400, 336, 62, 48, Hue.light(c, 0.45));
        b.egg(400, 312, 20, 14, Hue.INK);
        b.stroke(Brush.curve(372, 346, 386, 360, 400, 346, 414, 360, 428, 346), Hue.INK, 5);
        for (int side : new int[] {-1, 1}) {
            b.sphere(400 + side * 54, 270, 13, Hue.INK);
            b.fill(
                    Brush.poly(400, 412, 400 + side * 62, 384, 400 + side * 62, 444),
                    new Color(0xb9524a));
        }
        b.sphere(400, 414, 16, new Color(0xc9625a));
    }
}
