package io.guidepost.devices.printer.escpos;

import java.time.Duration;

/**
 * What a driver must know of its printer.
 *
 * @param dots width of the print line: 576 on 80 mm paper, 384 on 58 mm; a multiple of 8
 * @param limit longest time for one receipt
 */
public record PrinterSettings(int dots, Duration limit) {
    /** 80 mm paper, 15 seconds. */
    public static final PrinterSettings STANDARD = new PrinterSettings(576, Duration.ofSeconds(15));

    /** Width of a letter of font A in dots. */
    static final int LETTER = 12;

    public PrinterSettings {
        if (dots < 192 || dots > 832 || dots % 8 != 0) {
            throw new IllegalArgumentException(
                    "dots must be 192 to 832 and a multiple of 8, not " + dots);
        }
    }

    int columns() {
        return dots / LETTER;
    }
}
