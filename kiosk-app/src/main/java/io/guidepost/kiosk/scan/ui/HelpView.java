package io.guidepost.kiosk.scan.ui;

import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.Ui;
import java.time.Duration;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The helpful page for a code that leads nowhere. */
public final class HelpView extends Screen {
    private final Region root;

    public HelpView(Ui ui, HelpViewModel model) {
        super(ui);
        String key = "help." + model.problem().name();
        VBox matter =
                Nodes.column(
                        "outcome",
                        Nodes.id("help-reason", Nodes.centred(ui.say(key), "h1")),
                        Nodes.id("help-next", Nodes.centred(ui.say(key + ".next"), "body")));
        if (!ui.panel().small()) {
            matter.getChildren().addFirst(Nodes.stack("mood bad", Icon.SCAN.node("huge")));
        }
        Shrinking line = new Shrinking();
        VBox footer =
                Nodes.column(
                        "footer", line, Tap.main("help-back", ui.say("help.back"), model::back));
        root = Nodes.id("help", Nodes.column("screen", Nodes.grow(matter), footer));
        watch(model.left(), line::show);
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public Region node() {
        return root;
    }

    /** A line that grows shorter until the page goes away. */
    private static final class Shrinking extends StackPane {
        private final Region full = new Region();
        private double share = 1;

        Shrinking() {
            getStyleClass().add("bar-track");
            full.getStyleClass().add("bar-full");
            full.setManaged(false);
            getChildren().add(full);
        }

        void show(Duration left) {
            share = (double) left.toMillis() / HelpViewModel.STAYS.toMillis();
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            full.resizeRelocate(0, 0, Math.rint(getWidth() * share), getHeight());
        }
    }
}
