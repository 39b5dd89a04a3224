package io.guidepost.kiosk.ui;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/**
 * Back, Home, language and accessibility, in the same place on every screen: along the lower edge
 * of a portrait panel, along the left edge of a landscape one, where height is scarce.
 */
final class Bar {
    /** Bar height or width in ems: 20 mm and a margin. */
    static final double DEPTH_EMS = 3.5;

    static final double RAIL_EMS = 3.1;

    private final Pane node;
    private final Tap back;
    private final Tap home;

    /** What the bar can do. */
    record Actions(Runnable back, Runnable home, Runnable language, Runnable comfort) {}

    Bar(Ui ui, Actions actions) {
        boolean rail = ui.panel().landscape();
        back = item("bar-back", Icon.BACK, ui.say("bar.back"), rail, actions.back());
        home = item("bar-home", Icon.HOME, ui.say("bar.home"), rail, actions.home());
        Tap language =
                item(
                        "bar-language",
                        Icon.GLOBE,
                        ui.messages().lang().ownName(),
                        rail,
                        actions.language());
        Tap comfort =
                item(
                        "bar-comfort",
                        Icon.PERSON_ACCESS,
                        ui.say("bar.comfort"),
                        true,
                        actions.comfort());
        if (rail) {
            node = new VBox(home, back, Nodes.space(), language, comfort);
        } else {
            node = new HBox(back, home, Nodes.space(), language, comfort);
        }
        node.getStyleClass().addAll("bar", rail ? "rail" : "bottom");
    }

    Pane node() {
        return node;
    }

    /** Shows or hides what makes no sense here; the place stays taken, so that nothing moves. */
    void offer(boolean canGoBack, boolean canGoHome) {
        back.setVisible(canGoBack);
        home.setVisible(canGoHome);
    }

    private static Tap item(String id, Icon icon, String label, boolean iconOnly, Runnable action) {
        Tap tap = new Tap(id, label, action, icon.node("ink")).styled("bar-item");
        if (!iconOnly) {
            tap.getChildren().add(Nodes.text(label, "bar-text"));
        }
        return tap;
    }
}
