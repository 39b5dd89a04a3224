package io.guidepost.devices.terminal.zvt;

/** How the end of day went. */
public sealed interface EndOfDay {

    /** The terminal has settled with the bank. */
    record Done() implements EndOfDay {}

    /** It has not, and says why. */
    record NotDone(String reason) implements EndOfDay {}

    /** No answer; asking again is safe. */
    record Unknown(String reason) implements EndOfDay {}
}
