package io.guidepost.devices.scanner.camera;

/**
 * A part of a frame that looks like bars side by side.
 *
 * @param x of its middle, pixels
 * @param y of its middle, pixels
 * @param angle of the direction across the bars, clockwise in the picture, radians
 * @param width its extent across the bars, pixels
 * @param height its extent along the bars, pixels
 * @param energy how much there is to see in it; only to put regions in order
 */
record BarRegion(double x, double y, double angle, double width, double height, double energy) {

    /** The same, looked at from the other end. */
    BarRegion turnedAbout() {
        return new BarRegion(x, y, angle + Math.PI, width, height, energy);
    }
}
