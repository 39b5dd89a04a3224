package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.platform.UiExecutor;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Messages;
import io.guidepost.kiosk.ui.Panel;
import io.guidepost.kiosk.ui.Photos;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.Ui;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** What a screen shows of a value that changes on several threads. */
final class ScreenTest {
    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private boolean onScreensThread;
    private final UiExecutor executor =
            action -> {
                if (onScreensThread) {
                    action.run();
                } else {
                    underWay.add(action);
                }
            };

    @Test
    void aChangeThatWasOvertakenIsNotShownLast() {
        LiveValue<String> value = new LiveValue<>("first");
        Recording screen = new Recording(executor, value);
        value.set("from the background");
        onScreensThread = true;
        value.set("from the screen's thread");
        underWay.forEach(Runnable::run);
        assertThat(screen.shown).last().isEqualTo("from the screen's thread");
    }

    @Test
    void aClosedScreenShowsNothingMore() {
        LiveValue<String> value = new LiveValue<>("first");
        Recording screen = new Recording(executor, value);
        value.set("second");
        screen.close();
        underWay.forEach(Runnable::run);
        assertThat(screen.shown).isEmpty();
    }

    private static final class Recording extends Screen {
        private final List<String> shown = new ArrayList<>();

        Recording(UiExecutor executor, Observable<String> value) {
            super(
                    new Ui(
                            new Panel(720, 1280, 4.2),
                            new Messages(Lang.EN, Rig.ZONE),
                            new Photos(new SamplePhotos(Path.of("unused")), executor),
                            executor));
            watch(value, shown::add);
        }

        @Override
        public String name() {
            return "recording";
        }

        @Override
        public Region node() {
            return new Region();
        }
    }
}
