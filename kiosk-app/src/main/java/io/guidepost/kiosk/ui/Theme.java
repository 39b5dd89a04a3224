package io.guidepost.kiosk.ui;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Parent;

/**
 * Gives a part of the scene its look: the rules of {@code theme.css}, the palette, and the size of
 * text from the panel. FX thread only.
 */
public final class Theme {
    private static final String RULES =
            Objects.requireNonNull(Theme.class.getResource("theme.css")).toExternalForm();

    private final Panel panel;

    public Theme(Panel panel) {
        this.panel = panel;
    }

    public Panel panel() {
        return panel;
    }

    public static Palette palette(Comfort comfort) {
        return comfort.contrast() ? Palette.CONTRAST : Palette.LIGHT;
    }

    /** Applies the look; applying it again changes it. */
    public void apply(Parent root, Comfort comfort, Lang lang) {
        if (!root.getStylesheets().contains(RULES)) {
            root.getStylesheets().setAll(List.of(RULES));
        }
        root.getStyleClass().removeAll("gp", "contrast", "small", "arabic");
        root.getStyleClass().add("gp");
        if (comfort.contrast()) {
            root.getStyleClass().add("contrast");
        }
        Fonts.makeKnown(lang);
        if (lang == Lang.AR) {
            root.getStyleClass().add("arabic");
        }
        if (panel.small()) {
            root.getStyleClass().add("small");
        }
        root.setStyle(
                palette(comfort).css()
                        + "-fx-font-family:'"
                        + (lang == Lang.AR ? "DejaVu Sans" : "Inter")
                        + "';-fx-font-size:"
                        + String.format(Locale.ROOT, "%.1f", panel.em() * comfort.textFactor())
                        + "px;");
    }
}
