package io.guidepost.kiosk.ui;

import io.guidepost.contract.catalogue.Picture;
import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/**
 * A picture that fills its room, cut at the edges where the shapes differ; a quiet ground until it
 * is there.
 */
public final class Photo extends Region {
    /**
     * Pictures are at most this much wider than high; decoding at this share fills the height, too.
     */
    private static final double WIDEST = 1.5;

    private static final Duration FADE = Duration.millis(200);

    private final ImageView view = new ImageView();
    private final Rectangle clip = new Rectangle();
    private final Photos photos;
    private final double corner;
    private Optional<Picture> picture;
    private double decodedFor;

    /**
     * @param corner radius of the corners in pixels
     */
    public Photo(Photos photos, Optional<Picture> picture, double corner) {
        this.photos = photos;
        this.picture = picture;
        this.corner = corner;
        getStyleClass().add("photo");
        view.setManaged(false);
        view.setSmooth(true);
        getChildren().add(view);
        if (corner > 0) {
            clip.setArcWidth(2 * corner);
            clip.setArcHeight(2 * corner);
        }
        setClip(clip);
        setMinSize(0, 0);
        setMouseTransparent(true);
    }

    /** Shows another picture. */
    public void show(Picture next) {
        picture = Optional.of(next);
        decodedFor = 0;
        requestLayout();
    }

    public double corner() {
        return corner;
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        double needed = Math.max(getWidth(), getHeight() * WIDEST);
        if (needed > 1 && needed > decodedFor * 1.1) {
            decodedFor = needed;
            picture.ifPresent(
                    wanted -> photos.load(wanted, needed, image -> decoded(wanted, image)));
        }
        fit();
    }

    private void decoded(Picture of, Image image) {
        if (!picture.equals(Optional.of(of))) {
            return;
        }
        boolean first = view.getImage() == null;
        view.setImage(image);
        fit();
        if (first) {
            FadeTransition fade = new FadeTransition(FADE, view);
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.play();
        }
    }

    private void fit() {
        Image image = view.getImage();
        if (image == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        double scale = Math.max(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double width = getWidth() / scale;
        double height = getHeight() / scale;
        view.setViewport(
                new Rectangle2D(
                        (image.getWidth() - width) / 2,
                        (image.getHeight() - height) / 2,
                        width,
                        height));
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
    }
}
