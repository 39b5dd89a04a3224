package io.guidepost.devices;

import java.time.Instant;

/**
 * Input that was no code. Carries no content: it may have been a person's.
 *
 * @param reason why it was refused
 * @param length how many bytes were dropped
 */
public record Misread(Reason reason, int length, Instant at, DeviceId from) {

    /** Why input was refused. */
    public enum Reason {
        /** Bytes that no code contains. */
        NOISE,
        /** The rest of the code never came. */
        CUT_SHORT,
        /** Longer than the longest code. */
        TOO_LONG,
        /** Two codes that ran together; neither can be believed. */
        GLUED,
        /** The scanner types on another keyboard layout than the one it is read by. */
        WRONG_LAYOUT
    }
}
