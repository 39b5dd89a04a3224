package io.guidepost.devices;

/** What somebody who holds something before a camera could do better. */
public enum FrameHint {
    /** There is not enough light to see it. */
    TOO_DARK,
    /** A lamp or the sun shines on it. */
    TOO_BRIGHT,
    /** It fills the picture and is out of focus. */
    TOO_NEAR,
    /** It moves too fast for a sharp picture. */
    HOLD_STILL
}
