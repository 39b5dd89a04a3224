package io.guidepost.kiosk.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * The bundled typefaces: Inter (SIL Open Font License 1.1), and for Arabic DejaVu Sans (Bitstream
 * Vera licence), which has both scripts: the toolkit puts the runs of a line in a wrong order where
 * they come from two fonts. Chinese comes from the system.
 */
public enum Fonts {
    REGULAR("Inter-Regular.otf", "DejaVuSans.ttf"),
    MEDIUM("Inter-Medium.otf", "DejaVuSans.ttf"),
    SEMI_BOLD("Inter-SemiBold.otf", "DejaVuSans-Bold.ttf"),
    DISPLAY("InterDisplay-SemiBold.otf", "DejaVuSans-Bold.ttf");

    private static final Map<String, String> FAMILIES = new ConcurrentHashMap<>();

    private final String file;
    private final String arabicFile;

    Fonts(String file, String arabicFile) {
        this.file = file;
        this.arabicFile = arabicFile;
    }

    /** The font in a size in pixels that this language can be written in. */
    public Font at(double pixels, Lang lang) {
        String name = lang == Lang.AR ? arabicFile : file;
        // A file is read once; after that the toolkit knows its family.
        String family = FAMILIES.computeIfAbsent(name, Fonts::read);
        return Font.font(
                family, name.contains("-Bold") ? FontWeight.BOLD : FontWeight.NORMAL, pixels);
    }

    /** Makes all fonts of a language known to the style sheet. */
    static void makeKnown(Lang lang) {
        for (Fonts font : values()) {
            Font _ = font.at(12, lang);
        }
    }

    private static String read(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("font " + name + " is not in the program");
            }
            Font font = Font.loadFont(in, 12);
            // A toolkit that can load nothing serves all weights with its own font.
            return font == null ? Font.getDefault().getFamily() : font.getFamily();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read font " + name, e);
        }
    }
}
