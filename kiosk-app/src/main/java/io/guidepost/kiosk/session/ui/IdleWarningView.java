package io.guidepost.kiosk.session.ui;

import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.session.SessionState;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.Ui;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** "Are you still there?": lies over everything; one touch anywhere goes on (WCAG 2.2.1). */
public final class IdleWarningView extends Screen {
    private final StackPane root;
    private final Text seconds = Nodes.id("idle-seconds", Nodes.text("", "idle-seconds"));

    /**
     * @param stay the customer is still there
     * @param leave the customer has finished
     */
    public IdleWarningView(Ui ui, Observable<SessionState> session, Runnable stay, Runnable leave) {
        super(ui);
        VBox card =
                Nodes.column(
                        "sheet idle",
                        Nodes.stack("mood calm", Icon.CLOCK.node("huge")),
                        Nodes.centred(ui.say("idle.title"), "h1"),
                        Nodes.stack("idle-count", seconds),
                        Nodes.centred(ui.say("idle.text"), "body"),
                        Nodes.buttons(
                                ui.panel(),
                                Tap.main("idle-stay", ui.say("idle.stay"), stay),
                                Tap.second("idle-leave", ui.say("idle.leave"), leave)));
        if (ui.panel().small()) {
            card.getChildren().removeFirst();
        }
        card.setMaxHeight(Region.USE_PREF_SIZE);
        card.setOnMouseClicked(javafx.event.Event::consume);
        root = Nodes.id("idle-warning", Nodes.stack("scrim", card));
        StackPane.setAlignment(card, Pos.CENTER);
        root.setOnMouseClicked(_ -> stay.run());
        watch(
                session,
                state -> {
                    if (state instanceof SessionState.Warning warning) {
                        seconds.setText(ui.messages().number(warning.left().toSeconds()));
                    }
                });
    }

    @Override
    public String name() {
        return "idle-warning";
    }

    @Override
    public Region node() {
        return root;
    }
}
