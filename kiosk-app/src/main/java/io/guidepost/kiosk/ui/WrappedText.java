package io.guidepost.kiosk.ui;

import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Text that wraps at the width it is given and is as high as its lines. */
public final class WrappedText extends Region {
    private final Text text;
    private final String content;
    private final boolean centred;

    WrappedText(String content, boolean centred, String... styles) {
        this.content = Lines.keepMeasures(content);
        this.centred = centred;
        this.text = Nodes.text(this.content, styles);
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        if (centred) {
            text.setTextAlignment(TextAlignment.CENTER);
        }
        text.fontProperty().addListener((_, _, _) -> requestLayout());
        getStyleClass().add("flow");
        getChildren().add(text);
        setMinWidth(0);
        // Words keep their height, so that a row can put them in its middle.
        setMaxHeight(USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        Lines.fit(text, content, 0);
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    @Override
    protected double computePrefHeight(double width) {
        Lines.fit(text, content, Math.max(0, width));
        return Math.ceil(text.getLayoutBounds().getHeight());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Lines.fit(text, content, getWidth());
        double spare = getWidth() - text.getLayoutBounds().getWidth();
        text.relocate(centred ? Math.max(0, Math.rint(spare / 2)) : 0, 0);
    }
}
