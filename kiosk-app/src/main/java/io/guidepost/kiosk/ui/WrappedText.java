package io.guidepost.kiosk.ui;

import javafx.geometry.Orientation;
import javafx.scene.text.TextAlignment;

/** Text that wraps at the width it is given and is as high as its lines. */
public final class WrappedText extends TextRegion {
    private final boolean centred;

    WrappedText(String content, boolean centred, String... styles) {
        super(content, styles);
        this.centred = centred;
        if (centred) {
            text.setTextAlignment(TextAlignment.CENTER);
        }
        getStyleClass().add("flow");
        // Words keep their height, so that a row can put them in its middle.
        setMaxHeight(USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Lines.fit(text, content, Math.max(0, width));
        return Math.ceil(text.getLayoutBounds().getHeight());
    }

    @Override
    protected void layoutChildren() {
        Lines.fit(text, content, getWidth());
        double spare = getWidth() - text.getLayoutBounds().getWidth();
        text.relocate(centred ? Math.max(0, Math.rint(spare / 2)) : 0, 0);
    }
}
