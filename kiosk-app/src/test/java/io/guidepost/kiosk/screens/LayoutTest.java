package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen, with each panel and each language at least once: nothing cut off, nothing
 * overlapping, targets large enough. {@code -Dscreens.pictures=FOLDER} keeps a picture of each.
 */
final class LayoutTest {
    private static final Optional<Path> PICTURES =
            Optional.ofNullable(System.getProperty("screens.pictures")).map(Path::of);

    @TempDir static Path photos;

    @ParameterizedTest
    @CsvSource({"portrait,EN", "portrait,AR", "portrait,ZH", "large,DE", "small,ES", "small,AR"})
    void keepsToTheRules(String glass, Lang lang) {
        Panel panel = Objects.requireNonNull(PictureBook.PANELS.get(glass));
        List<String> problems = new ArrayList<>();
        PictureBook.walk(
                panel,
                lang,
                photos,
                (name, rig) -> {
                    rig.rest();
                    Rig.onFx(() -> new LayoutRules(panel, rig.shell().glass()).check())
                            .forEach(problem -> problems.add(name + ": " + problem));
                    PICTURES.ifPresent(
                            folder -> keep(folder.resolve(glass + "-" + lang), name, rig));
                });
        assertThat(problems).isEmpty();
    }

    private static void keep(Path folder, String name, Rig rig) {
        try {
            Files.createDirectories(folder);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(rig.picture(), null),
                    "png",
                    folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
