package io.guidepost.kiosk.voucher;

import io.guidepost.devices.PrintOutcome;

/** What came of printing. */
public sealed interface PrintResult {
    /** On paper; {@code copy} tells whether it is marked COPY. */
    record Printed(boolean copy) implements PrintResult {}

    /** Not (surely) on paper: the QR code on the screen serves as well. */
    record NotPrinted(PrintOutcome.Reason reason) implements PrintResult {}
}
