package io.guidepost.devices;

/** Turns picture and touch, for panels that are built in sideways. */
public interface DisplayRotation extends Device {

    /** Turns to this from now on, also after the panel was away for a while. Returns at once. */
    void turn(Orientation wanted);

    /** What was asked for last. */
    Orientation wanted();

    /**
     * How the panel is used.
     *
     * @param picture how the picture stands on the glass
     * @param touch how what the touch screen tells is turned, usually as the picture
     */
    record Orientation(Turn picture, Turn touch) {}

    /** A turn of the whole. */
    enum Turn {
        /** As the panel is made. */
        NORMAL,
        /** A quarter turn against the clock. */
        LEFT,
        /** Upside down. */
        INVERTED,
        /** A quarter turn with the clock. */
        RIGHT
    }
}
