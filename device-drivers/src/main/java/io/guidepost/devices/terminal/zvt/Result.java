package io.guidepost.devices.terminal.zvt;

/** What became of a payment or reversal that was sent. */
sealed interface Result {

    /** The terminal carried it out, perhaps with another amount than was asked. */
    record Done(Attempt attempt, StatusInformation status) implements Result {}

    /** It carried out nothing, and that is certain. */
    record Failed(Attempt attempt, int code) implements Result {}

    /** Nobody knows. */
    record Open(String reason) implements Result {}

    /** The terminal is at work, perhaps on this very thing. */
    record Running() implements Result {}

    /** The terminal has carried out nothing so far. */
    record NotYet() implements Result {}

    /** The terminal gave no answer. */
    record Silent(String reason) implements Result {}
}
