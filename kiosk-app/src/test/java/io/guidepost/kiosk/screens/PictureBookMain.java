package io.guidepost.kiosk.screens;

import io.guidepost.kiosk.ui.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;

/**
 * Writes a picture of every screen: {@code PictureBookMain FOLDER [glass[,glass]]
 * [language[,language]]}.
 */
final class PictureBookMain {
    private PictureBookMain() {}

    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path photos = Files.createTempDirectory("photos");
        String[] glasses = (args.length > 1 ? args[1] : "portrait,large,small").split(",", -1);
        String[] langs = (args.length > 2 ? args[2] : "EN,DE").split(",", -1);
        for (String glass : glasses) {
            for (String lang : langs) {
                String prefix = glass + "-" + lang.toLowerCase(Locale.ROOT) + "-";
                PictureBook.walk(
                        Objects.requireNonNull(PictureBook.PANELS.get(glass), glass),
                        Lang.valueOf(lang),
                        photos,
                        (name, rig) -> write(out.resolve(prefix + name + ".png"), rig));
            }
        }
        System.exit(0);
    }

    private static void write(Path file, Rig rig) {
        try {
            // Fades and pictures come to rest.
            Thread.sleep(350);
            rig.settle();
            ImageIO.write(SwingFXUtils.fromFXImage(rig.picture(), null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
