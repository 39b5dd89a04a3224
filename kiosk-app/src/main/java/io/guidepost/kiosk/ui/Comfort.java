package io.guidepost.kiosk.ui;

/**
 * What a customer chose behind the accessibility button; ends with the session.
 *
 * @param textStep 0 normal, 1 large, 2 very large
 * @param contrast high contrast
 */
public record Comfort(int textStep, boolean contrast) {
    /** How every session begins. */
    public static final Comfort USUAL = new Comfort(0, false);

    public static final int TEXT_STEPS = 3;

    public Comfort {
        if (textStep < 0 || textStep >= TEXT_STEPS) {
            throw new IllegalArgumentException("textStep: " + textStep + " is not 0, 1 or 2");
        }
    }

    public Comfort withTextStep(int step) {
        return new Comfort(step, contrast);
    }

    public Comfort withContrast(boolean on) {
        return new Comfort(textStep, on);
    }

    /** Factor on the size of all text. */
    double textFactor() {
        return 1 + 0.15 * textStep;
    }
}
