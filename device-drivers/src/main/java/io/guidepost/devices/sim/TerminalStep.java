package io.guidepost.devices.sim;

/** The kinds of message that a kiosk sends a terminal, whatever protocol they speak. */
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
    DIAGNOSIS
}
