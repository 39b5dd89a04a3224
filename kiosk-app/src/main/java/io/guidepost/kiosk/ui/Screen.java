package io.guidepost.kiosk.ui;

import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.Observable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/**
 * One drawn screen: layout and bindings, no logic. Made anew when the language changes. FX thread
 * only.
 */
public abstract class Screen implements AutoCloseable {
    protected final Ui ui;
    private final List<Subscription> open = new ArrayList<>();
    private boolean closed;

    protected Screen(Ui ui) {
        this.ui = ui;
    }

    /** Names the screen for tests and remote viewers, such as {@code product}. */
    public abstract String name();

    /** What is shown; the same node each time. */
    public abstract Region node();

    /**
     * Shows the value now and after each change, until the screen is closed. What is shown is
     * always the newest value: a change made on the screen's own thread may overtake one that is
     * still on its way here.
     */
    protected final <T> void watch(Observable<T> value, Consumer<T> show) {
        open.add(value.observe(_ -> ui.executor().execute(() -> showNow(value, show))));
    }

    private <T> void showNow(Observable<T> value, Consumer<T> show) {
        if (!closed) {
            show.accept(value.get());
        }
    }

    /** Closes something together with this screen. */
    protected final void closeWithMe(Subscription subscription) {
        open.add(subscription);
    }

    @Override
    public final void close() {
        closed = true;
        open.forEach(Subscription::close);
        open.clear();
    }
}
