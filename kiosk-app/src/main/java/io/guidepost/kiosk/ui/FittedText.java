package io.guidepost.kiosk.ui;

/** One line that is drawn smaller where it would be wider than its room, as an amount may be. */
public final class FittedText extends TextRegion {
    public FittedText(String content, String... styles) {
        super(content, styles);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(text.getLayoutBounds().getHeight());
    }

    @Override
    protected void layoutChildren() {
        double needed = text.getLayoutBounds().getWidth();
        double scale = needed > getWidth() && needed > 0 ? getWidth() / needed : 1;
        text.setScaleX(scale);
        text.setScaleY(scale);
        // It is scaled around its middle and stands at the beginning of its room.
        text.relocate(-needed * (1 - scale) / 2, 0);
    }
}
