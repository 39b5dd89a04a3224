package io.guidepost.kiosk.ui;

import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Text of at most so many lines; what does not fit is left out after a whole word and an ellipsis.
 */
public final class ClampedText extends Region {
    private final Text text;
    private final String content;
    private final int maxLines;
    private boolean cut;

    public ClampedText(String content, int maxLines, String... styles) {
        this.content = Lines.keepMeasures(content);
        this.maxLines = maxLines;
        this.text = Nodes.text(this.content, styles);
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        text.fontProperty().addListener((_, _, _) -> requestLayout());
        getChildren().add(text);
        setMinWidth(0);
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
    protected double computePrefWidth(double height) {
        Lines.fit(text, content, 0);
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    @Override
    protected double computePrefHeight(double width) {
        return fit(width < 0 ? Double.MAX_VALUE : width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
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
