package io.guidepost.kiosk.ui;

import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The customer's way through the screens: where they are and what Back leads to. FX thread only.
 */
public final class Navigator {
    /** Older places are forgotten, but for the first. */
    private static final int DEPTH = 24;

    private final Stage stage;
    private final Supplier<Ui> context;
    private final Deque<Visit> way = new ArrayDeque<>();
    private final LiveValue<String> shown = new LiveValue<>("");
    private final LiveValue<Boolean> canGoBack = new LiveValue<>(false);
    private @Nullable Screen screen;

    /** Where screens are put. */
    public interface Stage {
        /**
         * Shows the screen instead of the one before.
         *
         * @param deeper whether the new screen lies deeper than the one before
         */
        void put(Screen screen, boolean deeper);

        /** Shows nothing. */
        void clear();
    }

    /**
     * @param context the language and look of the moment
     */
    public Navigator(Stage stage, Supplier<Ui> context) {
        this.stage = stage;
        this.context = context;
    }

    /** Name of the screen that is shown; empty before the first. */
    public Observable<String> shown() {
        return shown;
    }

    public Observable<Boolean> canGoBack() {
        return canGoBack;
    }

    /** Whether the present screen lets the customer go; it may begin to end something. */
    private boolean mayLeave() {
        Visit here = way.peek();
        return here == null || here.model().mayLeave();
    }

    /** Goes there; Back leads here again. */
    public void go(Visit there) {
        way.push(there);
        if (way.size() > DEPTH) {
            Visit home = way.removeLast();
            way.removeLast().model().close();
            way.addLast(home);
        }
        draw(true);
    }

    /** Goes there instead of here: Back leads to what was before. */
    public void replace(Visit there) {
        Visit here = way.poll();
        if (here != null) {
            here.model().close();
        }
        go(there);
    }

    /** Forgets the way and begins anew there. */
    public void restart(Visit there) {
        while (!way.isEmpty()) {
            way.pop().model().close();
        }
        way.push(there);
        draw(false);
    }

    /** Forgets the whole way: nothing of it is on the glass or in memory any more. */
    public void clear() {
        while (!way.isEmpty()) {
            way.pop().model().close();
        }
        if (screen != null) {
            screen.close();
            screen = null;
        }
        stage.clear();
        canGoBack.set(false);
        shown.set("");
    }

    /** The view model of the present place. */
    public Optional<ViewModel> here() {
        return Optional.ofNullable(way.peek()).map(Visit::model);
    }

    /**
     * Forgets the way except its beginning, and goes there; not where any of the places that would
     * be closed does not let go, also one that lies below another.
     */
    public void restartFromHome() {
        if (way.isEmpty()
                || !way.stream()
                        .limit(way.size() - 1L)
                        .allMatch(there -> there.model().mayLeave())) {
            return;
        }
        while (way.size() > 1) {
            way.pop().model().close();
        }
        draw(false);
    }

    /** Back, where there is a way back and the screen lets go. */
    public void back() {
        if (way.size() > 1 && mayLeave()) {
            way.pop().model().close();
            draw(false);
        }
    }

    /** Draws the present place anew, as after a change of language. */
    public void redraw() {
        if (!way.isEmpty()) {
            draw(true);
        }
    }

    private void draw(boolean deeper) {
        Screen old = screen;
        Screen next = way.getFirst().view().apply(context.get());
        screen = next;
        stage.put(next, deeper);
        if (old != null) {
            old.close();
        }
        canGoBack.set(way.size() > 1);
        shown.set(next.name());
    }
}
