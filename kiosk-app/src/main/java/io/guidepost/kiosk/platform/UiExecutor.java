package io.guidepost.kiosk.platform;

import io.guidepost.devices.Subscription;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Brings work to the screen's thread; the one place that knows JavaFX's. View models hop here once
 * for each result that they show.
 */
@FunctionalInterface
public interface UiExecutor {
    /** Runs the action on the screen's thread, at once where the caller is on it already. */
    void execute(Runnable action);

    /** JavaFX's application thread. */
    static UiExecutor javafx() {
        return action -> {
            if (Platform.isFxApplicationThread()) {
                action.run();
            } else {
                Platform.runLater(action);
            }
        };
    }

    /**
     * Starts the toolkit without an application class; the action runs on its thread. Once in a
     * program.
     */
    static void start(Runnable whenUp) {
        Platform.startup(whenUp);
        Platform.setImplicitExit(false);
    }

    /** The caller's own thread: for programs and tests without a screen. */
    static UiExecutor direct() {
        return Runnable::run;
    }

    /**
     * A live value on the screen's thread: the present one, and the newest after each change. A
     * change made there may overtake one that is on its way, so what is on its way is not told.
     */
    default <T> Subscription observe(Observable<T> value, Consumer<T> listener) {
        return value.observe(_ -> execute(() -> listener.accept(value.get())));
    }
}
