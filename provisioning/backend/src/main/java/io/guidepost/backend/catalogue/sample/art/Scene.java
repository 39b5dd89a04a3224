package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;
import java.awt.Shape;

/** Services: places and what happens there. */
final class Scene {
    private Scene() {}

    static void scissors(Brush b, Color c) {
        b.turn(4, 400, 400, () -> comb(b, c));
        b.turn(-26, 420, 400, () -> blade(b, 1, c));
        b.turn(8, 420, 400, () -> blade(b, -1, c));
        b.sphere(420, 410, 17, Hue.GOLD);
    }

    private static void blade(Brush b, int side, Color c) {
        Shape blade = Brush.poly(420 - 16, 420, 420 + side * 4, 120, 420 + 16, 430);
        b.dropped(blade, 14, 16, 18);
        b.cylinder(blade, Hue.light(Hue.STEEL, 0.25));
        b.stroke(
                Brush.curve(420, 410, 420 - side * 6, 500, 420 - side * 14, 560),
                Hue.dark(c, 0.25),
                28);
        b.stroke(Brush.oval(420 - side * 26, 622, 46, 64), Hue.dark(c, 0.25), 26);
        b.stroke(Brush.oval(420 - side * 26 - 3, 619, 46, 64), Hue.light(c, 0.18), 9);
    }

    private static void comb(Brush b, Color c) {
        Shape spine = Brush.round(150, 170, 70, 470, 26);
        b.dropped(spine, 14, 18, 24);
        b.matt(spine, Hue.mix(Hue.WOOD, c, 0.2));
        for (int i = 0; i < 26; i++) {
            b.matt(
                    Brush.round(210, 196 + i * 16.2, 72, 8, 4),
                    Hue.dark(Hue.mix(Hue.WOOD, c, 0.2), 0.1));
        }
    }

    static void hairdryer(Brush b, Color c) {
        b.shadow(420, 690, 110);
        b.turn(
                10,
                430,
                500,
                () -> b.cylinder(Brush.round(390, 420, 84, 264, 34), Hue.dark(c, 0.3)));
        b.down(
                Brush.poly(180, 270, 300, 290, 300, 430, 180, 452),
                Hue.dark(c, 0.35),
                Hue.dark(c, 0.6));
        Shape body =
                Brush.blob(270, 290, 420, 250, 540, 270, 600, 360, 540, 450, 420, 470, 270, 430);
        b.down(body, Hue.light(c, 0.45), Hue.dark(c, 0.2));
        b.matt(Brush.oval(536, 360, 56, 72), Hue.dark(c, 0.35));
        for (int i = 0; i < 4; i++) {
            b.stroke(Brush.oval(536, 360, 46 - i * 12, 60 - i * 15), Hue.clear(Hue.PAPER, 0.35), 4);
        }
        for (int i = 0; i < 3; i++) {
            double y = 310 + i * 50;
            b.stroke(
                    Brush.curve(150, y, 120, y - 16, 90, y, 50, y - 10),
                    Hue.clear(Hue.WHITE, 0.6),
                    12);
        }
    }

    static void nailPolish(Brush b, Color c) {
        Color[] colours = {Hue.light(c, 0.3), c, Hue.dark(c, 0.25)};
        for (int i = 0; i < 3; i++) {
            double x = 230 + i * 170;
            Color k = colours[i];
            b.shadow(x, 660, 70);
            b.cylinder(Brush.lathe(x, 24, 210, 36, 430, 38, 446), Hue.INK);
            Shape glass = Brush.round(x - 68, 440, 136, 222, 46);
            b.cylinder(glass, k);
            b.streak(glass, x - 54, 24, 0.75);
            b.streak(glass, x + 34, 12, 0.35);
        }
        Nature.leaf(b, 660, 670, 120, 40, Hue.LEAF);
    }

    static void stones(Brush b, Color c) {
        b.glow(400, 650, 360, 70, Hue.clear(Hue.mix(c, Hue.WHITE, 0.4), 0.8));
        b.shadow(400, 660, 230);
        double[][] s = {
            {400, 610, 210, 62}, {410, 510, 164, 54}, {396, 426, 122, 45}, {406, 360, 78, 33}
        };
        for (int i = 0; i < s.length; i++) {
            b.egg(
                    s[i][0],
                    s[i][1],
                    s[i][2],
                    s[i][3],
                    Hue.mix(new Color(0x59606b), c, 0.12 + i * 0.06));
        }
        for (int i = 0; i < 7; i++) {
            Shape petal =
                    Brush.turned(
                            Brush.blob(406, 330, 432, 270, 406, 200, 380, 270),
                            -66 + i * 22,
                            406,
                            330);
            b.matt(petal, Hue.mix(Hue.WHITE, c, 0.25 + Math.abs(i - 3) * 0.08));
        }
        for (int i = 0; i < 3; i++) {
            b.stroke(
                    Brush.oval(400, 690, 260 + i * 46, 26 + i * 9),
                    Hue.clear(Hue.WHITE, 0.35 - i * 0.1),
                    4);
        }
    }

    static void spaTowels(Brush b, Color c) {
        Home.towels(b, Hue.mix(Hue.PAPER, c, 0.35));
        b.place(210, 190, 0.42, () -> Home.candle(b, Hue.mix(Hue.PAPER, c, 0.2)));
        Nature.leaf(b, 200, 676, 170, -40, Hue.LEAF);
        Nature.leaf(b, 200, 676, 140, -8, Hue.mix(Hue.LEAF, Hue.WHITE, 0.2));
    }

    static void cinema(Brush b, Color c) {
        b.down(Brush.poly(0, 0, 800, 0, 800, 800, 0, 800), new Color(0x1b1626), Hue.dark(c, 0.7));
        Shape screen = Brush.round(130, 120, 540, 280, 8);
        b.glow(400, 270, 430, 300, Hue.clear(Hue.light(c, 0.5), 0.55));
        b.fill(screen, Brush.gradient(130, 120, 670, 400, Hue.light(c, 0.75), Hue.light(c, 0.25)));
        b.within(
                screen,
                () -> {
                    b.fill(Brush.oval(540, 200, 48, 48), new Color(0xfff2d2));
                    b.fill(
                            Brush.poly(130, 400, 280, 240, 400, 360, 480, 280, 640, 400),
                            Hue.clear(Hue.dark(c, 0.5), 0.75));
                    b.fill(
                            Brush.poly(300, 400, 520, 310, 700, 400),
                            Hue.clear(Hue.dark(c, 0.7), 0.8));
                });
        for (int row = 0; row < 3; row++) {
            double y = 480 + row * 92;
            double size = 92 + row * 22;
            int n = 9 - row;
            for (int i = 0; i < n; i++) {
                double x = 400 + (i - (n - 1) / 2.0) * (size + 12);
                Color seat = Hue.dark(Hue.mix(new Color(0xa03040), c, 0.35), 0.25 - row * 0.10);
                b.down(
                        Brush.round(x - size / 2, y, size, size * 1.5, size * 0.26),
                        Hue.light(seat, 0.16),
                        Hue.dark(seat, 0.55));
            }
        }
    }

    static void popcorn(Brush b, Color c) {
        b.shadow(400, 690, 140);
        for (int i = 0; i < 46; i++) {
            double a = i * 2.4;
            double r = Math.sqrt(i / 46.0);
            b.sphere(
                    400 + Math.cos(a) * 150 * r,
                    300 + Math.sin(a) * 90 * r,
                    34,
                    i % 3 == 0 ? new Color(0xf6dc98) : new Color(0xfff4d4));
        }
        Shape bucket = Brush.poly(240, 320, 560, 320, 516, 690, 284, 690);
        b.fill(bucket, Hue.PAPER);
        b.within(
                bucket,
                () -> {
                    for (int i = 0; i < 5; i++) {
                        double x = 240 + i * 72;
                        double z = 284 + i * 52;
                        b.fill(Brush.poly(x, 320, x + 36, 320, z + 26, 690, z, 690), c);
                    }
                    b.fill(
                            Brush.poly(440, 300, 600, 300, 560, 700, 450, 700),
                            Hue.clear(Hue.INK, 0.14));
                });
        b.streak(bucket, 264, 40, 0.5);
    }

    static void dish(Brush b, Color c) {
        b.shadow(400, 640, 270);
        b.down(Brush.oval(400, 520, 290, 150), Hue.WHITE, new Color(0xd9d3c8));
        b.down(Brush.oval(400, 512, 222, 108), new Color(0xefeae0), Hue.WHITE);
        for (int i = 0; i < 22; i++) {
            double a = i * 2.39;
            double r = Math.sqrt(i / 22.0);
            Nature.leaf(
                    b,
                    400 + Math.cos(a) * 110 * r,
                    524 + Math.sin(a) * 44 * r,
                    96 - r * 20,
                    a * 57,
                    i % 3 == 0
                            ? Hue.mix(Hue.LEAF, c, 0.5)
                            : Hue.mix(Hue.LEAF, Hue.WHITE, i % 2 * 0.2));
        }
        b.egg(340, 480, 66, 40, c);
        b.egg(450, 466, 74, 44, Hue.mix(c, Hue.WOOD, 0.4));
        b.egg(404, 520, 58, 34, Hue.light(c, 0.3));
        for (int i = 0; i < 6; i++) {
            b.sphere(
                    320 + i * 36,
                    540 - i % 2 * 22,
                    13,
                    i % 2 == 0 ? new Color(0xc8402f) : Hue.GOLD);
        }
        b.cylinder(Brush.round(70, 330, 16, 320, 8), Hue.STEEL);
        b.cylinder(Brush.round(54, 280, 48, 110, 20), Hue.STEEL);
        b.cylinder(Brush.round(716, 280, 24, 370, 10), Hue.STEEL);
    }

    static void pizza(Brush b, Color c) {
        Home.board(b, 400, 664, 320);
        b.shadow(400, 640, 260);
        b.egg(400, 460, 290, 190, new Color(0xd59a55));
        b.egg(400, 452, 252, 158, new Color(0xe9b04c));
        b.egg(400, 450, 240, 148, Hue.mix(new Color(0xd9633a), c, 0.3));
        for (int i = 0; i < 30; i++) {
            double a = i * 2.4;
            double r = Math.sqrt((i + 1) / 31.0);
            double x = 400 + Math.cos(a) * 205 * r;
            double y = 448 + Math.sin(a) * 118 * r;
            switch (i % 3) {
                case 0 -> b.egg(x, y, 36, 22, new Color(0xfff0d0));
                case 1 -> b.egg(x, y, 24, 15, new Color(0xc1372c));
                default -> Nature.leaf(b, x, y + 14, 44, i * 71, Hue.LEAF);
            }
        }
        b.line(Hue.clear(Hue.dark(new Color(0xd59a55), 0.4), 0.35), 5, 190, 360, 600, 560);
        b.line(Hue.clear(Hue.dark(new Color(0xd59a55), 0.4), 0.35), 5, 600, 350, 210, 560);
    }

    static void soup(Brush b, Color c) {
        b.shadow(400, 660, 220);
        b.fill(Brush.oval(400, 450, 236, 70), Hue.dark(c, 0.1));
        b.down(Brush.oval(400, 446, 222, 60), Hue.light(c, 0.3), c);
        b.stroke(
                Brush.curve(300, 440, 360, 420, 430, 450, 500, 430), Hue.clear(Hue.PAPER, 0.9), 12);
        for (int i = 0; i < 4; i++) {
            Nature.leaf(b, 380 + i * 26, 452, 46, i * 80, Hue.LEAF);
        }
        Home.bowl(b, 400, 454, 236, 180, new Color(0xf1ece2));
        for (int i = 0; i < 3; i++) {
            double x = 340 + i * 60;
            b.stroke(
                    Brush.curve(x, 370, x - 18, 320, x + 14, 270, x - 8, 210),
                    Hue.clear(Hue.WHITE, 0.35),
                    16);
        }
    }

    static void mountains(Brush b, Color c) {
        b.down(
                Brush.poly(0, 0, 800, 0, 800, 800, 0, 800),
                Hue.light(c, 0.35),
                Hue.mix(new Color(0xffe6cf), c, 0.1));
        b.glow(580, 230, 240, 240, Hue.clear(new Color(0xfff3d6), 0.9));
        b.fill(Brush.oval(580, 230, 56, 56), new Color(0xfffaec));
        b.down(
                Brush.poly(
                        -20, 540, 140, 330, 260, 450, 420, 240, 600, 450, 700, 360, 820, 520, 820,
                        620, -20, 620),
                Hue.mix(c, Hue.WHITE, 0.35),
                Hue.mix(c, Hue.WHITE, 0.60));
        b.down(
                Brush.poly(-20, 600, 180, 380, 330, 210, 500, 440, 620, 560, 620, 640, -20, 640),
                Hue.dark(c, 0.10),
                Hue.mix(c, Hue.WHITE, 0.30));
        b.fill(
                Brush.poly(330, 210, 410, 318, 372, 306, 346, 346, 316, 300, 268, 330, 254, 304),
                Hue.clear(Hue.WHITE, 0.95));
        b.fill(
                Brush.poly(330, 210, 500, 440, 560, 500, 430, 480, 380, 360),
                Hue.clear(Hue.dark(c, 0.6), 0.28));
        b.down(
                Brush.blob(-60, 650, 160, 560, 420, 600, 640, 560, 880, 610, 880, 900, -60, 900),
                Hue.mix(Hue.LEAF, c, 0.30),
                Hue.dark(Hue.mix(Hue.LEAF, c, 0.3), 0.35));
        b.down(
                Brush.blob(180, 690, 400, 660, 640, 690, 560, 760, 300, 770),
                Hue.light(c, 0.65),
                Hue.light(c, 0.25));
        for (int i = 0; i < 15; i++) {
            double x = 20 + i * 56 + i % 3 * 9;
            double y = 640 + i % 4 * 15;
            if (x > 190 && x < 600) {
                y -= 22;
            }
            double h = 70 + i % 3 * 26;
            Color fir = Hue.dark(Hue.mix(Hue.LEAF, c, 0.35), 0.35 + i % 2 * 0.12);
            b.fill(Brush.poly(x, y - h, x + h * 0.26, y, x - h * 0.26, y), fir);
            b.fill(Brush.poly(x, y - h, x + h * 0.26, y, x + 3, y), Hue.clear(Hue.INK, 0.18));
        }
    }

    static void beach(Brush b, Color c) {
        b.down(Brush.poly(0, 0, 800, 0, 800, 460, 0, 460), Hue.light(c, 0.25), new Color(0xffe9d6));
        b.glow(260, 300, 260, 220, Hue.clear(new Color(0xfff4da), 0.95));
        b.fill(Brush.oval(260, 310, 62, 62), new Color(0xfffaee));
        b.down(Brush.poly(0, 420, 800, 420, 800, 660, 0, 660), c, Hue.light(c, 0.55));
        for (int i = 0; i < 18; i++) {
            double y = 436 + i * 9;
            double x = (i * 173) % 700;
            b.line(Hue.clear(Hue.WHITE, 0.45), 3, x, y, x + 60 + i * 5, y);
        }
        b.down(
                Brush.blob(-80, 640, 200, 590, 460, 640, 880, 580, 880, 900, -80, 900),
                new Color(0xf6e2bd),
                new Color(0xdcbd8b));
        b.stroke(
                Brush.curve(-20, 632, 200, 588, 460, 638, 820, 584), Hue.clear(Hue.WHITE, 0.8), 12);
        b.stroke(Brush.curve(640, 700, 610, 540, 640, 380, 600, 250), new Color(0x8a6542), 24);
        for (int i = 0; i < 8; i++) {
            b.turn(
                    -130 + i * 36,
                    600,
                    250,
                    () ->
                            b.matt(
                                    Brush.blob(600, 250, 650, 160, 606, 60, 586, 160),
                                    Hue.mix(Hue.LEAF, c, 0.15)));
        }
        b.shadow(270, 716, 120);
        b.down(
                Brush.poly(150, 700, 200, 690, 330, 690, 390, 700, 390, 716, 150, 716),
                new Color(0xc86a54),
                new Color(0xa5503f));
        b.line(Hue.PAPER, 8, 270, 690, 270, 520);
        b.matt(Brush.poly(150, 560, 200, 510, 270, 490, 340, 510, 390, 560), new Color(0xd9765e));
        b.fill(Brush.poly(270, 490, 300, 560, 240, 560), Hue.PAPER);
    }

    static void city(Brush b, Color c) {
        b.down(Brush.poly(0, 0, 800, 0, 800, 800, 0, 800), Hue.light(c, 0.25), new Color(0xffe3cf));
        b.glow(400, 480, 420, 260, Hue.clear(new Color(0xfff0d2), 0.9));
        double[] far = {
            0, 380, 90, 330, 190, 410, 270, 350, 370, 300, 450, 390, 540, 340, 640, 400, 720, 360
        };
        for (int i = 0; i < far.length; i += 2) {
            b.down(
                    Brush.poly(
                            far[i],
                            far[i + 1],
                            far[i] + 92,
                            far[i + 1],
                            far[i] + 92,
                            700,
                            far[i],
                            700),
                    Hue.mix(c, Hue.WHITE, 0.45),
                    Hue.mix(c, Hue.WHITE, 0.7));
        }
        house(b, 30, 470, 150, Hue.mix(c, new Color(0xd98a6a), 0.5));
        house(b, 200, 420, 130, Hue.mix(c, new Color(0xe8c285), 0.6));
        b.down(
                Brush.poly(380, 260, 400, 180, 420, 260, 446, 300, 446, 700, 354, 700, 354, 300),
                Hue.mix(c, Hue.WOOD, 0.5),
                Hue.mix(c, Hue.WOOD, 0.2));
        b.fill(Brush.oval(400, 350, 26, 26), Hue.PAPER);
        b.line(Hue.INK, 4, 400, 350, 400, 334);
        b.line(Hue.INK, 4, 400, 350, 412, 354);
        house(b, 470, 440, 140, Hue.mix(c, new Color(0xb9c7a5), 0.6));
        house(b, 630, 480, 150, Hue.mix(c, new Color(0xe0a08a), 0.5));
        b.down(
                Brush.poly(0, 690, 800, 690, 800, 800, 0, 800),
                Hue.light(c, 0.55),
                Hue.dark(c, 0.1));
        for (int i = 0; i < 9; i++) {
            b.line(
                    Hue.clear(Hue.WHITE, 0.45),
                    4,
                    (i * 97) % 700,
                    712 + i * 9,
                    (i * 97) % 700 + 90,
                    712 + i * 9);
        }
    }

    private static void house(Brush b, double x, double y, double w, Color c) {
        b.down(
                Brush.poly(x, y, x + w, y, x + w, 700, x, 700),
                Hue.light(c, 0.25),
                Hue.dark(c, 0.15));
        b.down(
                Brush.poly(x - 8, y, x + w / 2, y - w * 0.42, x + w + 8, y),
                Hue.dark(c, 0.3),
                Hue.dark(c, 0.45));
        for (int r = 0; r < 4; r++) {
            for (int k = 0; k < 3; k++) {
                b.fill(
                        Brush.round(x + w * (0.14 + k * 0.29), y + 26 + r * 52, w * 0.15, 30, 3),
                        (r + k) % 3 == 0 ? new Color(0xfff0c2) : Hue.clear(Hue.dark(c, 0.6), 0.6));
            }
        }
    }

    static void car(Brush b, Color c) {
        b.shadow(400, 610, 320);
        Shape body =
                Brush.blob(
                        84, 560, 78, 490, 110, 452, 210, 430, 290, 346, 350, 324, 500, 324, 570,
                        350, 640, 430, 716, 456, 732, 510, 726, 566, 560, 590, 240, 590);
        b.down(body, Hue.light(c, 0.38), Hue.dark(c, 0.35));
        b.within(
                body,
                () -> {
                    b.fill(
                            Brush.blob(90, 470, 400, 446, 720, 468, 720, 480, 400, 462, 90, 486),
                            Hue.clear(Hue.WHITE, 0.40));
                    b.fill(
                            Brush.poly(60, 545, 740, 545, 740, 620, 60, 620),
                            Hue.clear(Hue.dark(c, 0.7), 0.45));
                    b.fill(Brush.oval(106, 496, 34, 18), new Color(0xfff4d6));
                    b.fill(Brush.oval(716, 500, 24, 16), new Color(0xc8413a));
                });
        Shape glass = Brush.poly(246, 428, 312, 356, 358, 342, 500, 342, 556, 364, 606, 430);
        b.down(glass, new Color(0x9fb6c9), new Color(0x3d4d60));
        b.within(
                glass,
                () ->
                        b.fill(
                                Brush.poly(280, 430, 370, 330, 420, 330, 330, 430),
                                Hue.clear(Hue.WHITE, 0.35)));
        b.line(Hue.dark(c, 0.3), 12, 420, 340, 424, 432);
        b.line(Hue.clear(Hue.dark(c, 0.6), 0.5), 3, 424, 440, 420, 570);
        b.fill(Brush.round(450, 468, 50, 9, 4), Hue.clear(Hue.dark(c, 0.6), 0.6));
        for (double x : new double[] {220, 590}) {
            b.sphere(x, 576, 66, new Color(0x2b2930));
            b.matt(Brush.oval(x, 576, 38, 38), Hue.STEEL);
            for (int i = 0; i < 5; i++) {
                double a = i * Math.PI * 0.4;
                b.line(
                        Hue.dark(Hue.STEEL, 0.45),
                        6,
                        x,
                        576,
                        x + Math.cos(a) * 34,
                        576 + Math.sin(a) * 34);
            }
            b.fill(Brush.oval(x, 576, 9, 9), Hue.INK);
        }
    }

    static void van(Brush b, Color c) {
        b.shadow(400, 620, 330);
        Shape body =
                Brush.blob(
                        90, 580, 84, 440, 130, 320, 200, 262, 400, 252, 640, 258, 710, 290, 722,
                        450, 716, 580, 560, 596, 240, 596);
        b.down(body, Hue.light(c, 0.35), Hue.dark(c, 0.3));
        b.within(
                body,
                () -> {
                    b.fill(
                            Brush.poly(60, 480, 740, 480, 740, 620, 60, 620),
                            Hue.clear(Hue.PAPER, 0.85));
                    b.fill(
                            Brush.poly(60, 560, 740, 560, 740, 620, 60, 620),
                            Hue.clear(Hue.INK, 0.25));
                    b.fill(Brush.oval(112, 510, 32, 24), new Color(0xfff4d6));
                });
        for (double[] w : new double[][] {{150, 210}, {300, 420}, {440, 560}, {580, 690}}) {
            Shape glass = Brush.round(w[0], 310, w[1] - w[0], 110, 22);
            b.down(glass, new Color(0xa9bfd0), new Color(0x44556a));
            b.within(
                    glass,
                    () ->
                            b.fill(
                                    Brush.poly(
                                            w[0],
                                            420,
                                            w[0] + 70,
                                            300,
                                            w[0] + 110,
                                            300,
                                            w[0] + 40,
                                            430),
                                    Hue.clear(Hue.WHITE, 0.3)));
        }
        b.line(Hue.clear(Hue.INK, 0.3), 3, 430, 300, 430, 580);
        for (double x : new double[] {230, 590}) {
            b.sphere(x, 590, 64, new Color(0x2b2930));
            b.matt(Brush.oval(x, 590, 36, 36), Hue.STEEL);
            b.fill(Brush.oval(x, 590, 12, 12), Hue.INK);
        }
    }

    static void train(Brush b, Color c) {
        b.down(Brush.poly(0, 0, 800, 0, 800, 620, 0, 620), Hue.light(c, 0.45), new Color(0xfff0df));
        b.fill(
                Brush.blob(-60, 560, 120, 440, 320, 500, 520, 420, 860, 520, 860, 700, -60, 700),
                Hue.mix(Hue.LEAF, Hue.WHITE, 0.35));
        b.down(
                Brush.poly(0, 600, 800, 600, 800, 800, 0, 800),
                Hue.mix(Hue.LEAF, c, 0.2),
                Hue.dark(Hue.LEAF, 0.3));
        b.line(Hue.dark(Hue.STEEL, 0.4), 8, 0, 660, 800, 660);
        Shape train =
                Brush.blob(80, 640, 96, 560, 170, 470, 280, 430, 600, 424, 860, 424, 860, 640);
        b.down(train, Hue.WHITE, new Color(0xcfd5da));
        b.within(
                train,
                () -> {
                    b.fill(Brush.poly(60, 580, 860, 568, 860, 604, 60, 616), c);
                    b.fill(Brush.poly(120, 540, 190, 470, 270, 450, 270, 540), new Color(0x33445a));
                    for (int i = 0; i < 6; i++) {
                        b.down(
                                Brush.round(320 + i * 86, 462, 66, 68, 14),
                                new Color(0xa9bfd0),
                                new Color(0x3f5167));
                    }
                });
        for (int i = 0; i < 8; i++) {
            b.fill(Brush.round(120 + i * 96, 634, 60, 26, 12), Hue.INK);
        }
        b.glow(100, 590, 90, 50, Hue.clear(new Color(0xfff3cc), 0.9));
    }

    static void bicycle(Brush b, Color c) {
        b.shadow(400, 650, 300);
        for (double x : new double[] {220, 580}) {
            b.stroke(Brush.oval(x, 520, 126, 126), new Color(0x2f2c34), 18);
            b.stroke(Brush.oval(x, 520, 112, 112), Hue.clear(Hue.STEEL, 0.9), 5);
            for (int i = 0; i < 12; i++) {
                double a = Math.PI * i / 6;
                b.line(
                        Hue.clear(Hue.INK, 0.25),
                        2,
                        x,
                        520,
                        x + Math.cos(a) * 110,
                        520 + Math.sin(a) * 110);
            }
        }
        b.line(c, 18, 220, 520, 330, 330, 520, 330, 390, 520, 220, 520);
        b.line(c, 18, 330, 330, 390, 520);
        b.line(Hue.dark(c, 0.2), 18, 580, 520, 506, 270);
        b.line(Hue.INK, 14, 506, 270, 450, 256);
        b.line(Hue.INK, 14, 506, 270, 556, 296);
        b.line(Hue.STEEL, 12, 330, 330, 316, 280);
        b.down(
                Brush.blob(250, 276, 310, 256, 372, 268, 330, 292, 280, 296),
                Hue.WOOD,
                Hue.dark(Hue.WOOD, 0.4));
        b.matt(Brush.oval(390, 520, 34, 34), Hue.STEEL);
        b.line(Hue.INK, 10, 390, 520, 430, 570);
    }
}
