package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.kiosk.catalogue.Freshness;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Ui;
import java.time.Instant;
import java.time.LocalDate;
import javafx.scene.Node;

/** Short notices that several pages have. */
final class Notes {
    private Notes() {}

    private static String today(Ui ui, Instant at) {
        return ui.say("price.asOf", ui.messages().time(at));
    }

    private static String earlier(Ui ui, Instant at) {
        LocalDate day = at.atZone(ui.messages().zone()).toLocalDate();
        return ui.say("price.asOfDay", ui.messages().longDay(day), ui.messages().time(at));
    }

    /** "Prices as of": shown while what is seen may be old. */
    static Node age(Ui ui, Freshness freshness) {
        String words =
                freshness
                        .asOf()
                        .map(at -> freshness.ofToday() ? today(ui, at) : earlier(ui, at))
                        .orElse(ui.say("price.asOf.never"));
        return Nodes.id(
                "prices-as-of",
                Nodes.row(
                        "notice",
                        Icon.CLOCK.node("ink"),
                        Nodes.grow(Nodes.wrapped(words, "note-ink"))));
    }
}
