package io.guidepost.kiosk.ui;

import javafx.geometry.Orientation;

/**
 * Text of at most so many lines; what does not fit is left out after a whole word and an ellipsis.
 */
public final class ClampedText extends TextRegion {
    private final int maxLines;
    private boolean cut;

    public ClampedText(String content, int maxLines, String... styles) {
        super(content, styles);
        this.maxLines = maxLines;
    }

    /** Whether something was left out at the last layout. */
    public boolean isCut() {
        return cut;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return fit(width < 0 ? Double.MAX_VALUE : width);
    }

    @Override
    protected void layoutChildren() {
        fit(getWidth());
    }

    /** Fits the text into the width and says how high it is then. */
    private double fit(double width) {
        double room = width == Double.MAX_VALUE ? 0 : width;
        Lines.fit(text, "x", room);
        double line = text.getLayoutBounds().getHeight();
        double limit = line * (maxLines + 0.5);
        Lines.fit(text, content, room);
        cut = text.getLayoutBounds().getHeight() > limit;
        String rest = content;
        while (text.getLayoutBounds().getHeight() > limit && !rest.isEmpty()) {
            int end = rest.lastIndexOf(' ');
            rest = end < 0 ? rest.substring(0, rest.length() - 1) : rest.substring(0, end);
            Lines.fit(text, rest.strip() + "…", room);
        }
        return Math.ceil(text.getLayoutBounds().getHeight());
    }
}
