package io.guidepost.kiosk.demo;

import java.awt.image.BufferedImage;
import java.util.function.Supplier;

/**
 * A code that lies on the bench.
 *
 * @param id in addresses
 * @param data what a scanner reads from it
 * @param look how it is drawn and how it gets to the kiosk
 * @param draw its picture
 */
record BenchCode(
        String id, String name, String note, String data, Look look, Supplier<BufferedImage> draw) {
    /** What it is. */
    enum Look {
        /** A label under the serial scanner. */
        LABEL,
        /** A photograph before the camera. */
        PHOTO
    }

    BufferedImage picture() {
        return draw.get();
    }
}
