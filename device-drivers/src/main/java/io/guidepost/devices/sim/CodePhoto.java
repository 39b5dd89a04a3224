package io.guidepost.devices.sim;

import io.guidepost.devices.Raster;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;

/**
 * How a code looks when somebody holds it before a camera.
 *
 * @param turn clockwise in the picture, degrees
 * @param tilt away from the camera around the upright axis, degrees, -60 to 60
 * @param module size of the code's smallest element in the picture, pixels
 * @param blur width of the blur in pixels, 0 for none, at most 9
 * @param noise standard deviation of the noise in grey levels
 * @param seed the same seed gives the same picture
 */
public record CodePhoto(
        double turn, double tilt, double module, int blur, double noise, long seed) {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    private static final double DISTANCE = 900;
    private static final int QUIET = 8;

    /** Held straight, sharp. */
    public static final CodePhoto STRAIGHT = new CodePhoto(0, 0, 4, 0, 0, 1);

    /** Held by a person: turned, tilted, a little out of focus, with a sensor's noise. */
    public static final CodePhoto BY_HAND = new CodePhoto(12, 25, 6, 2, 6, 1);

    public CodePhoto {
        if (Math.abs(tilt) > 60 || module < 1 || blur < 0 || blur > 9 || noise < 0) {
            throw new IllegalArgumentException(
                    "tilt within 60 degrees, module from 1, blur 0 to 9, noise from 0");
        }
    }

    /**
     * Takes the picture.
     *
     * @param code one dot per module
     */
    public BufferedImage of(Raster code) {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.getRaster().setSample(x, y, 0, (int) shade(code, x, y));
            }
        }
        return noisy(blurred(picture), random);
    }

    /** The mean of four looks inside the pixel, darker towards the right as under a lamp. */
    private double shade(Raster code, int x, int y) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += look(code, x + 0.25 + 0.5 * (i & 1), y + 0.25 + 0.5 * (i >> 1));
        }
        return sum / 4 * (1 - 0.2 * x / WIDTH);
    }

    private double look(Raster code, double px, double py) {
        // From the picture back to the tilted plane, then to the upright code.
        double sx = px - WIDTH / 2.0;
        double sy = py - HEIGHT / 2.0;
        double sin = Math.sin(Math.toRadians(tilt));
        double cos = Math.cos(Math.toRadians(tilt));
        double depth = DISTANCE * cos - sx * sin;
        double u = sx * DISTANCE / depth;
        double v = sy * (DISTANCE + u * sin) / DISTANCE;
        double angle = Math.toRadians(-turn);
        double cx = (u * Math.cos(angle) - v * Math.sin(angle)) / module + code.width() / 2.0;
        double cy = (u * Math.sin(angle) + v * Math.cos(angle)) / module + code.height() / 2.0;
        if (cx < -QUIET || cx > code.width() + QUIET || cy < -QUIET || cy > code.height() + QUIET) {
            return 120;
        }
        return code.isBlack((int) Math.floor(cx), (int) Math.floor(cy)) ? 35 : 225;
    }

    private BufferedImage blurred(BufferedImage picture) {
        if (blur < 2) {
            return picture;
        }
        float[] weights = new float[blur * blur];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(blur, blur, weights), ConvolveOp.EDGE_NO_OP, null)
                .filter(picture, null);
    }

    private BufferedImage noisy(BufferedImage picture, Random random) {
        if (noise > 0) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    double value =
                            picture.getRaster().getSample(x, y, 0) + random.nextGaussian() * noise;
                    picture.getRaster().setSample(x, y, 0, Math.clamp((int) value, 0, 255));
                }
            }
        }
        return picture;
    }
}
