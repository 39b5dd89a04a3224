package io.guidepost.kiosk.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/**
 * The bundled typeface, Inter (SIL Open Font License 1.1). Other scripts come from the system's
 * fonts.
 */
public enum Fonts {
    REGULAR("Inter-Regular.otf"),
    MEDIUM("Inter-Medium.otf"),
    SEMI_BOLD("Inter-SemiBold.otf"),
    DISPLAY("InterDisplay-SemiBold.otf");

    private final String family;

    Fonts(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("font " + file + " is not in the program");
            }
            Font font = Font.loadFont(in, 12);
            // A toolkit without FreeType loads nothing; its own font then serves all weights.
            this.family = font == null ? Font.getDefault().getFamily() : font.getFamily();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read font " + file, e);
        }
    }

    /** The font at a size in pixels. */
    public Font at(double pixels) {
        return Font.font(family, pixels);
    }
}
