package io.guidepost.kiosk.payment.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** A card that goes into a terminal: says without words what to do. */
final class TerminalPicture extends Region {
    private static final double GRID = 100;

    private final Part card = new Part("terminal-card", 34, 62, 32, 34, 3);
    private final Part chip = new Part("terminal-chip", 46, 80, 8, 7, 1.5);
    private final List<Part> parts = new ArrayList<>();
    private final Timeline motion = new Timeline();

    TerminalPicture() {
        getStyleClass().add("terminal");
        parts.addAll(
                List.of(
                        card,
                        chip,
                        new Part("terminal-body", 30, 4, 40, 62, 6),
                        new Part("terminal-screen", 36, 10, 28, 18, 2)));
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                parts.add(new Part("terminal-key", 36 + 10.0 * column, 33 + 9.0 * row, 8, 6, 1.5));
            }
        }
        getChildren().addAll(parts);
        motion.setCycleCount(3);
        sceneProperty()
                .addListener(
                        (_, _, scene) -> {
                            if (scene == null) {
                                motion.stop();
                            }
                        });
    }

    @Override
    protected void layoutChildren() {
        double unit = Math.min(getWidth(), getHeight()) / GRID;
        double left = (getWidth() - GRID * unit) / 2;
        parts.forEach(part -> part.place(unit, left));
        if (motion.getKeyFrames().isEmpty() && getScene() != null) {
            motion.getKeyFrames()
                    .addAll(
                            new KeyFrame(
                                    Duration.ZERO,
                                    new KeyValue(card.translateYProperty(), 0),
                                    new KeyValue(chip.translateYProperty(), 0)),
                            new KeyFrame(
                                    Duration.millis(250),
                                    new KeyValue(
                                            card.translateYProperty(),
                                            -6 * unit,
                                            Interpolator.EASE_BOTH),
                                    new KeyValue(
                                            chip.translateYProperty(),
                                            -6 * unit,
                                            Interpolator.EASE_BOTH)),
                            new KeyFrame(
                                    Duration.millis(1400),
                                    new KeyValue(card.translateYProperty(), -6 * unit),
                                    new KeyValue(chip.translateYProperty(), -6 * unit)));
            if (motion.getStatus() != Animation.Status.RUNNING) {
                motion.play();
            }
        }
    }

    /** One rectangle of the drawing, on a grid of 100 by 100. */
    private static final class Part extends Rectangle {
        private final double left;
        private final double top;
        private final double wide;
        private final double high;
        private final double corner;

        Part(String style, double left, double top, double wide, double high, double corner) {
            this.left = left;
            this.top = top;
            this.wide = wide;
            this.high = high;
            this.corner = corner;
            getStyleClass().add(style);
            setManaged(false);
        }

        void place(double unit, double offset) {
            setX(offset + left * unit);
            setY(top * unit);
            setWidth(wide * unit);
            setHeight(high * unit);
            setArcWidth(2 * corner * unit);
            setArcHeight(2 * corner * unit);
        }
    }
}
