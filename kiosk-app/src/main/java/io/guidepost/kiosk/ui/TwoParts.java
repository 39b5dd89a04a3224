package io.guidepost.kiosk.ui;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The layout of screens with one matter: what it is about, what is to be said or done, the buttons.
 * One under the other on a portrait panel; side by side on a landscape one.
 */
public final class TwoParts {
    private TwoParts() {}

    /**
     * Lays the three parts out.
     *
     * @param buttons stands at the lower edge
     */
    public static Region of(Ui ui, Region about, Region matter, Region buttons) {
        if (ui.panel().landscape()) {
            about.getStyleClass().add("about-side");
            VBox right = Nodes.column("screen", Nodes.grow(matter), buttons);
            HBox root = new HBox(about, Nodes.grow(right));
            root.getStyleClass().addAll("screen", "two-parts");
            return root;
        }
        about.getStyleClass().add("about-top");
        VBox root = Nodes.column("screen two-parts", about, Nodes.grow(matter), buttons);
        return root;
    }
}
