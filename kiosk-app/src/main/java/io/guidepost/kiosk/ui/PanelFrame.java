package io.guidepost.kiosk.ui;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

/**
 * Shows the panel's pixels in whatever window there is: one to one on the kiosk itself, smaller on
 * a laptop or on the headless platform, whose screen ends at 1000 by 1000. FX thread only.
 */
public final class PanelFrame extends Pane {
    private final Panel panel;
    private final Parent glass;
    private final Scale scale = new Scale(1, 1);
    private final Group holder;

    public PanelFrame(Panel panel, Parent glass) {
        this.panel = panel;
        this.glass = glass;
        this.holder = new Group(glass);
        holder.getTransforms().add(scale);
        holder.setManaged(false);
        // The glass has the panel's size, whatever the window's.
        glass.resize(panel.width(), panel.height());
        getChildren().add(holder);
        setBackground(Background.fill(Color.BLACK));
    }

    /** The largest size within these limits that has the panel's shape, at most the panel's own. */
    public static double fit(Panel panel, double width, double height) {
        return Math.min(1, Math.min(width / panel.width(), height / panel.height()));
    }

    /** The whole panel in its own pixels, however large the window is. */
    public WritableImage picture() {
        SnapshotParameters whole = new SnapshotParameters();
        whole.setViewport(new Rectangle2D(0, 0, panel.width(), panel.height()));
        return glass.snapshot(whole, null);
    }

    /** Where a point of the panel lies on the computer's screen. */
    public Point2D toScreen(double x, double y) {
        return glass.localToScreen(x, y);
    }

    /** What is framed, in the panel's pixels. */
    public Parent glass() {
        return glass;
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth() / panel.width(), getHeight() / panel.height());
        scale.setX(factor);
        scale.setY(factor);
        glass.resize(panel.width(), panel.height());
        holder.setLayoutX(Math.rint((getWidth() - panel.width() * factor) / 2));
        holder.setLayoutY(Math.rint((getHeight() - panel.height() * factor) / 2));
    }
}
