package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.PrintOutcome;
import java.util.Optional;

/** What a printer says of itself by Automatic Status Back ({@code GS a}). */
public record PrinterCondition(
        boolean offline,
        boolean coverOpen,
        boolean cutterError,
        boolean paperOut,
        boolean paperNearEnd) {

    /** All is well. */
    public static final PrinterCondition FINE =
            new PrinterCondition(false, false, false, false, false);

    /** Reads the first three of the four status bytes. */
    static PrinterCondition of(int first, int second, int third) {
        return new PrinterCondition(
                (first & 0x08) != 0,
                (first & 0x20) != 0,
                (second & 0x08) != 0,
                (third & 0x0c) != 0,
                (third & 0x03) != 0);
    }

    /** What {@link #realTime} takes for {@code n}: all there is to ask for. */
    static final int REAL_TIME_ANSWERS = 4;

    /** Reads the answers to {@code DLE EOT} 1 to 4. */
    static PrinterCondition ofRealTime(int[] answers) {
        return new PrinterCondition(
                (answers[0] & 0x08) != 0,
                (answers[1] & 0x04) != 0,
                (answers[2] & 0x08) != 0,
                (answers[1] & 0x20) != 0 || (answers[3] & 0x60) != 0,
                (answers[3] & 0x0c) != 0);
    }

    /**
     * The answer to {@code DLE EOT} n.
     *
     * @param n 1 printer, 2 cause of being offline, 3 error, 4 paper
     */
    public byte realTime(int n) {
        int bits =
                switch (n) {
                    case 1 -> offline ? 0x08 : 0;
                    case 2 -> (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0);
                    case 3 -> cutterError ? 0x08 : 0;
                    case 4 -> (paperNearEnd ? 0x0c : 0) | (paperOut ? 0x60 : 0);
                    default -> 0;
                };
        return (byte) (0x12 | bits);
    }

    /** The four status bytes. */
    public byte[] bytes() {
        return new byte[] {
            (byte) (0x10 | (offline ? 0x08 : 0) | (coverOpen ? 0x20 : 0)),
            (byte) (cutterError ? 0x08 : 0),
            (byte) ((paperNearEnd ? 0x03 : 0) | (paperOut ? 0x0c : 0)),
            0x0f
        };
    }

    /**
     * Why nothing can be printed, the cause before its effect: an open cover also takes the printer
     * offline.
     */
    public Optional<PrintOutcome.Reason> blocked() {
        if (coverOpen) {
            return Optional.of(PrintOutcome.Reason.COVER_OPEN);
        }
        if (paperOut) {
            return Optional.of(PrintOutcome.Reason.PAPER_OUT);
        }
        if (cutterError) {
            return Optional.of(PrintOutcome.Reason.CUTTER_ERROR);
        }
        return offline ? Optional.of(PrintOutcome.Reason.OFFLINE) : Optional.empty();
    }
}
