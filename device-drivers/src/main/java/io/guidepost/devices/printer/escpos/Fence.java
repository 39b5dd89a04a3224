package io.guidepost.devices.printer.escpos;

/** What counts as the printer's word that a receipt is on paper. */
public enum Fence {
    /** A process id, or the status fence on a printer that turns out not to know process ids. */
    AUTO,
    /** Only the answer to a process id request ({@code GS ( H}) behind the receipt. */
    PROCESS_ID,
    /**
     * The answer to {@code GS r} behind the receipt, which the printer gives when it gets there,
     * and after that a full {@code DLE EOT} status without any trouble. Weaker: the last lines may
     * still be on their way from the head to the paper.
     */
    STATUS,
    /** Nothing: the line goes one way only. A receipt is never said to be printed. */
    NONE
}
