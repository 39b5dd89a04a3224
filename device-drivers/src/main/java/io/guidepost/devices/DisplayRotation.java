package io.guidepost.devices;

/** Turns picture and touch together, for panels that are built in sideways. */
public interface DisplayRotation extends Device {

    /** Turns to this from now on, also after the panel was away for a while. Returns at once. */
    void turn(Turn wanted);

    /** What was asked for last. */
    Turn wanted();

    /** How the picture stands on the glass. */
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
