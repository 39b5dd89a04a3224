package io.guidepost.kiosk.ui;

import io.guidepost.contract.catalogue.Picture;
import java.util.List;
import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/**
 * A picture that fills its room, cut at the edges where the shapes differ, or whole with its own
 * edges drawn out to the sides; a quiet ground until it is there.
 */
public final class Photo extends Region {
    /**
     * Pictures are at most this much wider than high; decoding at this share fills the height, too.
     */
    private static final double WIDEST = 1.5;

    private static final Duration FADE = Duration.millis(200);

    private final ImageView view = new ImageView();
    private final List<ImageView> sides;
    private final Rectangle clip = new Rectangle();
    private final Photos photos;
    private final double corner;
    private Optional<Picture> picture;
    private double decodedFor;
    private boolean underWay;

    /**
     * @param corner radius of the corners in pixels
     * @param whole whether nothing may be cut off: goods are shown as they are, a place may lose
     *     its edges
     */
    public Photo(Photos photos, Optional<Picture> picture, double corner, boolean whole) {
        this.photos = photos;
        this.sides = whole ? List.of(new ImageView(), new ImageView()) : List.of();
        this.picture = picture;
        this.corner = corner;
        getStyleClass().add("photo");
        // Pictures are not mirrored where words run from right to left; so neither are their parts.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        sides.forEach(side -> side.setManaged(false));
        getChildren().addAll(sides);
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

    /** Whether a picture is on its way here, or appearing. */
    public boolean underWay() {
        return underWay;
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        double needed = Math.max(getWidth(), getHeight() * WIDEST);
        if (needed > 1 && needed > decodedFor * 1.1) {
            decodedFor = needed;
            underWay = picture.isPresent();
            picture.ifPresent(
                    wanted ->
                            photos.load(
                                    wanted,
                                    needed,
                                    image -> decoded(wanted, image),
                                    () -> underWay = false));
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
            fade.setOnFinished(_ -> underWay = false);
            fade.play();
        } else {
            underWay = false;
        }
    }

    private void fit() {
        Image image = view.getImage();
        if (image == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        if (!sides.isEmpty() && getWidth() / getHeight() > image.getWidth() / image.getHeight()) {
            drawOut(image);
            return;
        }
        sides.forEach(side -> side.setVisible(false));
        double scale = Math.max(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double width = getWidth() / scale;
        double height = getHeight() / scale;
        view.setViewport(
                new Rectangle2D(
                        (image.getWidth() - width) / 2,
                        (image.getHeight() - height) / 2,
                        width,
                        height));
        view.setX(0);
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
    }

    /**
     * The whole picture in the middle, its outermost columns stretched to the edges of the room.
     */
    private void drawOut(Image image) {
        double width = Math.rint(getHeight() * image.getWidth() / image.getHeight());
        double left = Math.rint((getWidth() - width) / 2);
        place(view, image, 0, image.getWidth(), left, width);
        place(sides.getFirst(), image, 1, 1, 0, left);
        place(
                sides.getLast(),
                image,
                image.getWidth() - 2,
                1,
                left + width,
                getWidth() - left - width);
    }

    private void place(
            ImageView part, Image image, double from, double columns, double x, double width) {
        part.setImage(image);
        part.setVisible(width > 0);
        part.setViewport(new Rectangle2D(from, 0, columns, image.getHeight()));
        part.setX(x);
        part.setFitWidth(width);
        part.setFitHeight(getHeight());
    }
}
