package io.guidepost.kiosk.ui;

import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** A region around one text that it lays out itself; as high as the text, never squeezed. */
abstract class TextRegion extends Region {
    /** What is written, numbers and their units kept together. */
    final String content;

    final Text text;

    TextRegion(String content, String... styles) {
        this.content = Lines.keepMeasures(content);
        this.text = Nodes.text(this.content, styles);
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        text.fontProperty().addListener((_, _, _) -> requestLayout());
        getChildren().add(text);
        setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        Lines.fit(text, content, 0);
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
