package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.kiosk.platform.UiExecutor;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Messages;
import io.guidepost.kiosk.ui.Navigator;
import io.guidepost.kiosk.ui.Panel;
import io.guidepost.kiosk.ui.Photos;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.Ui;
import io.guidepost.kiosk.ui.ViewModel;
import io.guidepost.kiosk.ui.Visit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Back and Home. */
final class NavigatorTest {
    private final List<String> closed = new ArrayList<>();
    private final Ui ui =
            new Ui(
                    new Panel(720, 1280, 4.2),
                    new Messages(Lang.EN, Rig.ZONE),
                    new Photos(new SamplePhotos(Path.of("unused")), UiExecutor.direct()),
                    UiExecutor.direct());
    private final Navigator navigator =
            new Navigator(
                    new Navigator.Stage() {
                        @Override
                        public void put(Screen screen, boolean deeper) {}

                        @Override
                        public void clear() {}
                    },
                    () -> ui);

    @Test
    void homeClosesNothingWhileAPageBelowRefuses() {
        navigator.restart(page("home", true));
        navigator.go(page("product", true));
        navigator.go(page("pay", false));
        navigator.go(page("member", true));
        navigator.restartFromHome();
        assertThat(closed).isEmpty();
        assertThat(navigator.shown().get()).isEqualTo("member");
    }

    @Test
    void homeClosesEverythingAboveIt() {
        navigator.restart(page("home", false));
        navigator.go(page("product", true));
        navigator.go(page("member", true));
        navigator.restartFromHome();
        assertThat(closed).containsExactly("member", "product");
        assertThat(navigator.shown().get()).isEqualTo("home");
    }

    @Test
    void homeIsStillHomeAfterALongWay() {
        navigator.restart(page("home", true));
        for (int i = 0; i < 40; i++) {
            navigator.go(page("product-" + i, true));
        }
        assertThat(closed).contains("product-0").doesNotContain("home", "product-39");
        navigator.restartFromHome();
        assertThat(navigator.shown().get()).isEqualTo("home");
    }

    private Visit page(String name, boolean mayLeave) {
        ViewModel model =
                new ViewModel() {
                    @Override
                    public boolean mayLeave() {
                        return mayLeave;
                    }

                    @Override
                    public void close() {
                        closed.add(name);
                    }
                };
        return Visit.of(
                model,
                (at, _) ->
                        new Screen(at) {
                            @Override
                            public String name() {
                                return name;
                            }

                            @Override
                            public Region node() {
                                return new Region();
                            }
                        });
    }
}
