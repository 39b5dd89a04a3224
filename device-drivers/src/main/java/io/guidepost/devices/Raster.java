package io.guidepost.devices;

import java.util.BitSet;

/** A picture of black and white dots; cannot be changed. */
public final class Raster {
    private final int width;
    private final int height;
    private final BitSet black;

    /**
     * A picture of these dots.
     *
     * @param width dots, 1 to 1,024
     * @param height dots, 1 to 16,384
     * @param black row by row from the top left; a set bit is a black dot
     */
    public Raster(int width, int height, BitSet black) {
        if (width < 1 || width > 1024 || height < 1 || height > 16384) {
            throw new IllegalArgumentException(
                    "a raster has 1..1024 by 1..16384 dots, not " + width + " by " + height);
        }
        this.width = width;
        this.height = height;
        this.black = (BitSet) black.clone();
    }

    /** Dots across. */
    public int width() {
        return width;
    }

    /** Dots down. */
    public int height() {
        return height;
    }

    /** Whether this dot is black; dots outside are white. */
    public boolean isBlack(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height && black.get(y * width + x);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Raster that
                && width == that.width
                && height == that.height
                && black.equals(that.black);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + black.hashCode();
    }

    @Override
    public String toString() {
        return "Raster[" + width + "x" + height + "]";
    }
}
