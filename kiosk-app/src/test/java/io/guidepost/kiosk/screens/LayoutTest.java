package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen on every panel in every language: nothing cut off, nothing overlapping, targets
 * large enough.
 */
final class LayoutTest {
    @TempDir static Path photos;

    @ParameterizedTest
    @CsvSource({"portrait,EN", "portrait,AR", "large,DE", "small,DE", "small,ES", "portrait,ZH"})
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
                });
        assertThat(problems).isEmpty();
    }
}
