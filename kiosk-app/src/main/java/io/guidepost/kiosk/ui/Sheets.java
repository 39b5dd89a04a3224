package io.guidepost.kiosk.ui;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What lies over the screen when the bar's language or accessibility button was touched. */
final class Sheets {
    private Sheets() {}

    /** Each language in its own words. */
    static Region languages(Ui ui, Settings settings, Runnable close) {
        Tiles choices = new Tiles(ui.panel().landscape() ? 3 : 2, ui.panel().em(0.5));
        choices.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        for (Lang lang : Lang.values()) {
            Tap choice =
                    new Tap(
                                    "language-" + lang.code(),
                                    lang.ownName(),
                                    () -> {
                                        close.run();
                                        settings.speak(lang);
                                    },
                                    Nodes.text(lang.ownName(), "choice-text"))
                            .styled("choice");
            if (lang == ui.messages().lang()) {
                choice.styled("chosen");
                choice.getChildren().addFirst(Icon.CHECK.node("accent"));
            }
            choices.getChildren().add(choice);
        }
        return sheet(ui, "sheet-language", ui.say("language.title"), choices, close);
    }

    /** Size of text and contrast. */
    static Region comfort(Ui ui, Settings settings, Runnable close) {
        Comfort now = settings.comfort().get();
        Tiles steps = new Tiles(Comfort.TEXT_STEPS, ui.panel().em(0.5));
        for (int step = 0; step < Comfort.TEXT_STEPS; step++) {
            int chosen = step;
            Tap tap =
                    new Tap(
                                    "comfort-text-" + step,
                                    ui.say("comfort.text." + step),
                                    () -> {
                                        settings.choose(
                                                settings.comfort().get().withTextStep(chosen));
                                        close.run();
                                    },
                                    Nodes.text("Aa", "sample-" + step))
                            .styled("choice");
            if (step == now.textStep()) {
                tap.styled("chosen");
            }
            steps.getChildren().add(tap);
        }
        Tap contrast =
                new Tap(
                                "comfort-contrast",
                                ui.say("comfort.contrast"),
                                () -> {
                                    settings.choose(
                                            settings.comfort().get().withContrast(!now.contrast()));
                                    close.run();
                                },
                                Icon.CONTRAST.node("ink"),
                                Nodes.text(
                                        ui.say(
                                                now.contrast()
                                                        ? "comfort.contrastOff"
                                                        : "comfort.contrast"),
                                        "choice-text"))
                        .styled("choice");
        VBox body =
                Nodes.column(
                        "sheet-body",
                        Nodes.text(ui.say("comfort.text"), "caption"),
                        steps,
                        contrast);
        return sheet(ui, "sheet-comfort", ui.say("comfort.title"), body, close);
    }

    private static Region sheet(Ui ui, String id, String title, Region body, Runnable close) {
        VBox card =
                Nodes.column(
                        "sheet",
                        Nodes.row(
                                "sheet-head",
                                Nodes.text(title, "h2"),
                                Nodes.space(),
                                Tap.icon(id + "-close", Icon.CROSS, ui.say("sheet.close"), close)),
                        body);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        card.setOnMouseClicked(javafx.event.Event::consume);
        StackPane scrim = Nodes.stack("scrim", card);
        scrim.setId(id);
        StackPane.setAlignment(card, Pos.BOTTOM_CENTER);
        scrim.setOnMouseClicked(
                event -> {
                    event.consume();
                    close.run();
                });
        return scrim;
    }
}
