package io.guidepost.kiosk.ui;

import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * The colours of one look by their purpose. The theme's rules name the purposes only, so that
 * another look is another palette.
 *
 * @param paper behind everything
 * @param surface cards
 * @param sunken fields and pictures that are not there yet
 * @param ink text; at least 7:1 on paper
 * @param muted secondary text; at least 4.5:1 on paper
 * @param line borders
 * @param accent the one accent: what to touch; at least 4.5:1 under {@code onAccent}
 * @param accentSoft a quiet ground for what belongs to the accent
 * @param onAccent text on the accent
 * @param alert what went wrong; never the only sign of it
 * @param alertSoft a quiet ground for it
 */
public record Palette(
        Color paper,
        Color surface,
        Color sunken,
        Color ink,
        Color muted,
        Color line,
        Color accent,
        Color accentSoft,
        Color onAccent,
        Color alert,
        Color alertSoft) {
    /** Daylight. */
    public static final Palette LIGHT =
            new Palette(
                    Color.web("#f8f6f2"),
                    Color.web("#ffffff"),
                    Color.web("#ece8e1"),
                    Color.web("#1b1a18"),
                    Color.web("#635d55"),
                    Color.web("#ddd7cd"),
                    Color.web("#0b6355"),
                    Color.web("#dff0ea"),
                    Color.web("#ffffff"),
                    Color.web("#a3341f"),
                    Color.web("#fae9e4"));

    /** High contrast: at least 7:1 for text (WCAG 1.4.6). */
    public static final Palette CONTRAST =
            new Palette(
                    Color.web("#000000"),
                    Color.web("#000000"),
                    Color.web("#1c1c1c"),
                    Color.web("#ffffff"),
                    Color.web("#f0f0f0"),
                    Color.web("#ffffff"),
                    Color.web("#ffdf3d"),
                    Color.web("#262200"),
                    Color.web("#000000"),
                    Color.web("#ffb3a3"),
                    Color.web("#2b0f09"));

    /** The palette as CSS looked-up colours. */
    String css() {
        return "-gp-paper:"
                + hex(paper)
                + ";-gp-surface:"
                + hex(surface)
                + ";-gp-sunken:"
                + hex(sunken)
                + ";-gp-ink:"
                + hex(ink)
                + ";-gp-muted:"
                + hex(muted)
                + ";-gp-line:"
                + hex(line)
                + ";-gp-accent:"
                + hex(accent)
                + ";-gp-accent-soft:"
                + hex(accentSoft)
                + ";-gp-on-accent:"
                + hex(onAccent)
                + ";-gp-alert:"
                + hex(alert)
                + ";-gp-alert-soft:"
                + hex(alertSoft)
                + ";";
    }

    private static String hex(Color color) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }
}
