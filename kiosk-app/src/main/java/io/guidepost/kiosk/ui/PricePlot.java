package io.guidepost.kiosk.ui;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * A price over time as steps, with a line at the lowest. Time runs from left to right in every
 * language.
 */
public final class PricePlot extends Region {
    /**
     * From this day on, this price.
     *
     * @param day days since the plot's beginning
     * @param price in minor units
     */
    public record Step(double day, double price) {}

    private final List<Step> steps;
    private final double days;
    private final Path path = new Path();
    private final Line lowest = new Line();
    private final Circle now = new Circle();

    /**
     * @param steps in order of their days, at least one
     * @param days width of the plot in days
     */
    public PricePlot(List<Step> steps, double days) {
        this.steps = List.copyOf(steps);
        this.days = days;
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getStyleClass().add("price-plot");
        path.getStyleClass().add("plot-line");
        lowest.getStyleClass().add("plot-lowest");
        now.getStyleClass().add("plot-now");
        List.of(path, lowest, now).forEach(shape -> shape.setManaged(false));
        getChildren().addAll(lowest, path, now);
    }

    @Override
    protected void layoutChildren() {
        double inset = getHeight() * 0.1;
        double high = steps.stream().mapToDouble(Step::price).max().orElse(1);
        double low = steps.stream().mapToDouble(Step::price).min().orElse(0);
        double span = Math.max(1, high - low);
        double room = getHeight() - 2 * inset;
        double width = getWidth() - 2 * inset;
        path.getElements().clear();
        double y = 0;
        for (int i = 0; i < steps.size(); i++) {
            double x = inset + Math.clamp(steps.get(i).day(), 0, days) / days * width;
            double next = inset + (high - steps.get(i).price()) / span * room;
            if (i == 0) {
                path.getElements().add(new MoveTo(x, next));
            } else {
                path.getElements().addAll(new LineTo(x, y), new LineTo(x, next));
            }
            y = next;
        }
        path.getElements().add(new LineTo(inset + width, y));
        lowest.setStartX(inset);
        lowest.setEndX(inset + width);
        lowest.setStartY(getHeight() - inset);
        lowest.setEndY(getHeight() - inset);
        now.setRadius(inset * 0.8);
        now.setCenterX(inset + width);
        now.setCenterY(y);
    }
}
