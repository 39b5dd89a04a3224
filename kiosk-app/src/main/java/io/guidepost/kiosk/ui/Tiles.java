package io.guidepost.kiosk.ui;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Children side by side in columns of one width, each row as high as its highest child. */
public final class Tiles extends Pane {
    private final int columns;
    private final double gap;

    /**
     * @param columns 1 to 12
     * @param gap pixels between children
     */
    public Tiles(int columns, double gap) {
        this.columns = columns;
        this.gap = gap;
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return columns * gap;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double cell = cell(width);
        double sum = 0;
        for (int row = 0; row * columns < getManagedChildren().size(); row++) {
            sum += (row == 0 ? 0 : gap) + rowHeight(row, cell);
        }
        return snapSizeY(sum);
    }

    @Override
    protected void layoutChildren() {
        double cell = cell(getWidth());
        List<Node> children = getManagedChildren();
        double y = 0;
        for (int row = 0; row * columns < children.size(); row++) {
            double height = rowHeight(row, cell);
            for (int column = 0; column < columns; column++) {
                int index = row * columns + column;
                if (index < children.size()) {
                    children.get(index)
                            .resizeRelocate(Math.rint(column * (cell + gap)), y, cell, height);
                }
            }
            y += height + gap;
        }
    }

    private double cell(double width) {
        return Math.floor((width - gap * (columns - 1)) / columns);
    }

    private double rowHeight(int row, double cell) {
        return getManagedChildren().stream()
                .skip((long) row * columns)
                .limit(columns)
                .mapToDouble(
                        child -> Math.ceil(Math.max(child.minHeight(cell), child.prefHeight(cell))))
                .max()
                .orElse(0);
    }
}
