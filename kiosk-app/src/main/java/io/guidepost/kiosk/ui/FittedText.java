package io.guidepost.kiosk.ui;

import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** One line that is drawn smaller where it would be wider than its room, as an amount may be. */
public final class FittedText extends Region {
    private final Text text;

    public FittedText(String content, String... styles) {
        this.text = Nodes.text(content, styles);
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        text.fontProperty().addListener((_, _, _) -> requestLayout());
        getChildren().add(text);
        setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(text.getLayoutBounds().getHeight());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
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
