package io.guidepost.devices.scanner.camera;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Pictures that look a little like codes and are none. */
enum NoCode {
    TEXT {
        @Override
        void draw(Graphics2D graphics, Random random) {
            String text = "Zutaten: Weizenmehl, Zucker illlIIl|||l ||l| 4006381333931 Kakao 8,5 % ";
            for (int y = 10; y < HEIGHT; y += 9 + random.nextInt(20)) {
                graphics.setFont(new Font(Font.DIALOG, Font.PLAIN, 8 + random.nextInt(18)));
                graphics.drawString(text.repeat(3).substring(random.nextInt(60)), 5, y);
            }
        }
    },
    STRIPES {
        @Override
        void draw(Graphics2D graphics, Random random) {
            double period = 3 + random.nextDouble() * 13;
            for (double x = -300; x < WIDTH + 300; x += period) {
                graphics.fill(new Rectangle2D.Double(x, -300, period / 2, HEIGHT + 600.0));
            }
        }
    },
    FENCE {
        @Override
        void draw(Graphics2D graphics, Random random) {
            double x = -100;
            while (x < WIDTH + 100) {
                double width = 1 + random.nextDouble() * 13;
                graphics.fill(new Rectangle2D.Double(x, -300, width, HEIGHT + 600.0));
                x += width + 1 + random.nextDouble() * 13;
            }
        }
    },
    /** Widths of 1 to 4 modules with quiet zones, but no digits. */
    FALSE_BARS {
        @Override
        void draw(Graphics2D graphics, Random random) {
            double module = 2 + random.nextDouble() * 2;
            double x = 120;
            for (int bar = 0; bar < 30; bar++) {
                double width = (1 + random.nextInt(4)) * module;
                graphics.fill(new Rectangle2D.Double(x, 100, width, 200));
                x += width + (1 + random.nextInt(4)) * module;
            }
        }
    },
    FABRIC {
        @Override
        void draw(Graphics2D graphics, Random random) {
            double period = 4 + random.nextDouble() * 6;
            for (double y = -300; y < HEIGHT + 300; y += period) {
                for (double x = -300; x < WIDTH + 300; x += period) {
                    if (random.nextInt(3) > 0) {
                        graphics.fill(new Ellipse2D.Double(x, y, period * 0.7, period * 0.7));
                    }
                }
            }
        }
    };

    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;

    abstract void draw(Graphics2D graphics, Random random);

    /** The same seed gives the same picture. */
    GreyFrame picture(int seed) {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.rotate(random.nextDouble() - 0.5, WIDTH / 2.0, HEIGHT / 2.0);
        graphics.setColor(Color.DARK_GRAY);
        draw(graphics, random);
        graphics.dispose();
        byte[] grey = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int shade = picture.getRaster().getSample(x, y, 0);
                double noisy = shade + random.nextGaussian() * 4;
                grey[y * WIDTH + x] = (byte) Math.clamp((int) noisy, 0, 255);
            }
        }
        return GreyFrame.of(WIDTH, HEIGHT, grey);
    }
}
