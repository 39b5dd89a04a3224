package io.guidepost.kiosk.ui;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** Five stars, filled up to the rating. */
public final class Stars extends HBox {
    private static final int COUNT = 5;

    /**
     * @param rating 0 to 5
     */
    public Stars(double rating) {
        getStyleClass().add("stars");
        setMouseTransparent(true);
        for (int i = 0; i < COUNT; i++) {
            getChildren().add(new Star(Math.clamp(rating - i, 0, 1)));
        }
    }

    /** One star: an empty one, and over it a full one of which a share is seen. */
    private static final class Star extends Pane {
        private final javafx.scene.Node full = Icon.STAR.node("star-full");
        private final Rectangle seen = new Rectangle();
        private final double share;

        Star(double share) {
            this.share = share;
            getStyleClass().add("icon");
            getStyleClass().add("star");
            getChildren().addAll(Icon.STAR.node("star-empty"), full);
            full.setClip(seen);
        }

        @Override
        protected void layoutChildren() {
            getChildren().forEach(child -> child.resizeRelocate(0, 0, getWidth(), getHeight()));
            seen.setWidth(getWidth() * share);
            seen.setHeight(getHeight());
        }
    }
}
