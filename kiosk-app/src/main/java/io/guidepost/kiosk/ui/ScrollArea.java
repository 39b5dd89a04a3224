package io.guidepost.kiosk.ui;

import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Content higher than its room, moved by the finger: whole pixels, with the finger's speed
 * afterwards. A thin line tells where one is.
 */
public final class ScrollArea extends Region {
    private static final double FRICTION_PER_SECOND = 0.02;
    private static final double SLOWEST = 20;

    private final Region content;
    private final Region thumb = new Region();
    private final Rectangle clip = new Rectangle();
    private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(false);
    private final Coasting coasting = new Coasting();
    private double offset;
    private double lastY;
    private long lastAt;
    private double speed;

    public ScrollArea(Region content) {
        this.content = content;
        content.setManaged(false);
        thumb.setManaged(false);
        thumb.setMouseTransparent(true);
        thumb.getStyleClass().add("scroll-thumb");
        getStyleClass().add("scroll-area");
        getChildren().addAll(content, thumb);
        setClip(clip);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(
                ScrollEvent.SCROLL,
                event -> {
                    coasting.stop();
                    scrollTo(offset - event.getDeltaY());
                    event.consume();
                });
        // The height of content that changes inside must reach this region, for it is not managed
        // by it.
        content.needsLayoutProperty()
                .addListener(
                        (_, _, needs) -> {
                            if (needs) {
                                requestLayout();
                            }
                        });
    }

    /** How far the content is moved up, in pixels. */
    public double offset() {
        return offset;
    }

    /** Whether the end of the content is in sight. */
    public ReadOnlyBooleanProperty atEndProperty() {
        return atEnd.getReadOnlyProperty();
    }

    public void scrollTo(double to) {
        double most = Math.max(0, content.getHeight() - getHeight());
        offset = Math.rint(Math.clamp(to, 0, most));
        content.setLayoutY(-offset);
        atEnd.set(offset >= most - 1);
        boolean scrollable = most > 1;
        thumb.setVisible(scrollable);
        if (scrollable) {
            double size = Math.max(24, getHeight() * getHeight() / content.getHeight());
            double width = thumb.prefWidth(-1);
            thumb.resizeRelocate(
                    getWidth() - 2 * width, offset / most * (getHeight() - size), width, size);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double height = Math.max(getHeight(), content.prefHeight(getWidth()));
        content.resize(getWidth(), height);
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        scrollTo(offset);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    private void pressed(MouseEvent event) {
        coasting.stop();
        lastY = sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        lastAt = System.nanoTime();
        speed = 0;
    }

    private void dragged(MouseEvent event) {
        if (event.isStillSincePress()) {
            return;
        }
        double y = sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        long now = System.nanoTime();
        double seconds = Math.max(0.001, (now - lastAt) / 1e9);
        speed = 0.6 * (lastY - y) / seconds + 0.4 * speed;
        scrollTo(offset + lastY - y);
        lastY = y;
        lastAt = now;
    }

    private void released(MouseEvent event) {
        if (!event.isStillSincePress()
                && Math.abs(speed) > SLOWEST
                && System.nanoTime() - lastAt < 100_000_000L) {
            coasting.start();
        }
    }

    /** Lets the content run out with the finger's speed. */
    private final class Coasting extends AnimationTimer {
        private long before;

        @Override
        public void start() {
            before = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            double seconds = before == 0 ? 0.016 : (now - before) / 1e9;
            before = now;
            scrollTo(offset + speed * seconds);
            speed *= Math.pow(FRICTION_PER_SECOND, seconds);
            if (Math.abs(speed) < SLOWEST || getScene() == null) {
                stop();
            }
        }
    }
}
