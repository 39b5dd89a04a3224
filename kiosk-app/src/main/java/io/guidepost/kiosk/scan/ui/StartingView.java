package io.guidepost.kiosk.scan.ui;

import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.Ui;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The kiosk has no prices yet: the page says so and waits. */
public final class StartingView extends Screen {
    private final Region root;

    public StartingView(Ui ui) {
        super(ui);
        VBox matter =
                Nodes.column(
                        "outcome",
                        Nodes.stack("mood calm", Icon.CLOCK.node("huge")),
                        Nodes.centred(ui.say("starting.title"), "h1"),
                        Nodes.centred(ui.say("starting.text"), "body"));
        root = Nodes.id("starting", Nodes.column("screen", Nodes.grow(matter)));
    }

    @Override
    public String name() {
        return "starting";
    }

    @Override
    public Region node() {
        return root;
    }
}
