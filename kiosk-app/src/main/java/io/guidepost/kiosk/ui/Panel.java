package io.guidepost.kiosk.ui;

/**
 * The glass that the kiosk is seen on. All sizes on the screens follow from it: one {@code em} is
 * the size of the text that must be read, whose capitals are at least 4.8 mm high (Section 508
 * 402.4, EN 301 549 5.1.4).
 *
 * @param width pixels, 320 to 7680
 * @param height pixels, 320 to 7680
 * @param pxPerMm pixels per millimetre on the glass, 1 to 40
 */
public record Panel(int width, int height, double pxPerMm) {
    /** Height of Inter's capitals as a share of the font size. */
    private static final double CAPITAL_SHARE = 0.727;

    private static final double CAPITAL_MM = 4.8;

    /** On a large panel the text grows with the panel: people stand further away. */
    private static final double SHORT_EDGE_EMS = 27;

    public Panel {
        if (width < 320 || width > 7680 || height < 320 || height > 7680) {
            throw new IllegalArgumentException(
                    "panel: " + width + "x" + height + " is not within 320 to 7680 pixels");
        }
        if (!(pxPerMm >= 1 && pxPerMm <= 40)) {
            throw new IllegalArgumentException(
                    "panel: " + pxPerMm + " pixels per millimetre is not within 1 to 40");
        }
    }

    /** Pixels of so many millimetres. */
    public double mm(double millimetres) {
        return millimetres * pxPerMm;
    }

    /** Size of the text that must be read, in pixels. */
    public double em() {
        double readable = mm(CAPITAL_MM) / CAPITAL_SHARE;
        return landscape() ? readable : Math.max(readable, width / SHORT_EDGE_EMS);
    }

    /** Pixels of so many ems. */
    public double em(double ems) {
        return Math.rint(ems * em());
    }

    /** Whether the panel is wider than high; screens then put two columns side by side. */
    public boolean landscape() {
        return width > height;
    }

    /** Whether so little text fits that headings must stay small, as on a 7" panel. */
    public boolean small() {
        return Math.min(width, height) / em() < 20;
    }
}
