package io.guidepost.devices;

/** How a print ended. */
public sealed interface PrintOutcome {

    /** The printer confirmed that the whole receipt went through. */
    record Printed() implements PrintOutcome {}

    /** The printer did not confirm it; a part may be on paper. */
    record NotPrinted(Reason reason) implements PrintOutcome {}

    /** What kept a receipt from being printed. */
    enum Reason {
        PAPER_OUT,
        COVER_OPEN,
        CUTTER_ERROR,
        /** Not connected, or the printer reports itself offline. */
        OFFLINE,
        /** Connected, but no confirmation in time. */
        TIMEOUT
    }
}
