package io.guidepost.devices.sim;

/** The kinds of message between a kiosk and a terminal, whatever protocol they speak. */
public enum TerminalStep {
    /** nexo Login, ZVT Registration. */
    LOGIN,
    /** nexo Payment, ZVT Authorization. */
    PAYMENT,
    /** What became of an earlier transaction. */
    STATUS,
    /** Giving the money back. */
    REVERSAL,
    /** Stopping a payment that runs. */
    ABORT,
    /** Whether the terminal is well. */
    DIAGNOSIS,
    /** ZVT: settling the day with the bank. */
    END_OF_DAY,
    /** ZVT: the terminal's own message about a transaction, before its end. */
    STATUS_INFORMATION,
    /** ZVT: the terminal's own message that a command has come to its end. */
    COMPLETION
}
