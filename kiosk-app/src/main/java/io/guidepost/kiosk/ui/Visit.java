package io.guidepost.kiosk.ui;

import java.util.function.Function;

/**
 * A place in the customer's way through the kiosk: its view model, which outlives changes of
 * language, and how to draw it.
 */
public record Visit(ViewModel model, Function<Ui, Screen> view) {
    public static <M extends ViewModel> Visit of(
            M model, java.util.function.BiFunction<Ui, M, Screen> view) {
        return new Visit(model, ui -> view.apply(ui, model));
    }
}
