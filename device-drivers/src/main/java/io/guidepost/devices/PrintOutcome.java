package io.guidepost.devices;

/** How a print ended. */
public sealed interface PrintOutcome {

    /** The printer confirmed that the whole receipt went through. */
    record Printed() implements PrintOutcome {}

    /** The printer did not confirm it; a part, or with some reasons all of it, may be on paper. */
    record NotPrinted(Reason reason) implements PrintOutcome {}

    /** What kept a receipt from being printed, or from being known as printed. */
    enum Reason {
        PAPER_OUT("the paper has run out"),
        COVER_OPEN("the cover is open"),
        CUTTER_ERROR("the cutter is stuck"),
        /** A mechanical error that a person ends by freeing the paper and closing the cover. */
        JAMMED("the paper is jammed"),
        /** The print head is too hot; the printer goes on by itself when it has cooled down. */
        OVERHEATED("the print head is too hot, it cools down by itself"),
        /** The printer reports an error that no person at the kiosk can end. */
        BROKEN("the printer reports a defect and needs service"),
        /** Not connected, or the printer reports itself off line without saying why. */
        OFFLINE("the printer is off line"),
        /** Connected, but no confirmation in time. */
        TIMEOUT("the printer did not confirm it in time"),
        /** Sent whole to a printer that can confirm nothing: probably on paper, nobody knows. */
        UNCONFIRMED("sent, but this printer cannot say what became of it"),
        /** This printer cannot print this receipt, for example a bar code wider than its paper. */
        UNPRINTABLE("it does not fit this printer");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For the technician, in English, to stand behind a colon. */
        public String words() {
            return words;
        }
    }
}
