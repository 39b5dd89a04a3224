package io.guidepost.devices.terminal.zvt;

/** What a terminal answers when asked for its last transaction. */
sealed interface Last {

    /** That one. */
    record Known(StatusInformation status) implements Last {}

    /** It is at work. */
    record Busy() implements Last {}

    /** It has none that it could repeat, or keeps it to itself. */
    record None(String reason) implements Last {}

    /** It does not know the question; that is no proof that there was none. */
    record Untold(String reason) implements Last {}

    /** It did not answer. */
    record Silent(String reason) implements Last {}
}
