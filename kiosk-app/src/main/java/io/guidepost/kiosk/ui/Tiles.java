package io.guidepost.kiosk.ui;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Children side by side in columns of one width, each row as high as its highest child. There are
 * fewer columns where a child would not fit into its own.
 */
public final class Tiles extends Pane {
    private final int most;
    private final double gap;

    /**
     * @param most columns, 1 to 12
     * @param gap pixels between children
     */
    public Tiles(int most, double gap) {
        this.most = most;
        this.gap = gap;
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return most * gap;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width);
        double cell = cell(width, columns);
        double sum = 0;
        for (int row = 0; row * columns < getManagedChildren().size(); row++) {
            sum += (row == 0 ? 0 : gap) + rowHeight(row, columns, cell);
        }
        return snapSizeY(sum);
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double cell = cell(getWidth(), columns);
        List<Node> children = getManagedChildren();
        double y = 0;
        for (int row = 0; row * columns < children.size(); row++) {
            double height = rowHeight(row, columns, cell);
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

    private int columns(double width) {
        double widest =
                getManagedChildren().stream()
                        .mapToDouble(child -> child.minWidth(-1))
                        .max()
                        .orElse(0);
        int columns = most;
        while (columns > 1 && cell(width, columns) < widest) {
            columns--;
        }
        return columns;
    }

    private double cell(double width, int columns) {
        return Math.floor((width - gap * (columns - 1)) / columns);
    }

    private double rowHeight(int row, int columns, double cell) {
        return getManagedChildren().stream()
                .skip((long) row * columns)
                .limit(columns)
                .mapToDouble(
                        child -> Math.ceil(Math.max(child.minHeight(cell), child.prefHeight(cell))))
                .max()
                .orElse(0);
    }
}
