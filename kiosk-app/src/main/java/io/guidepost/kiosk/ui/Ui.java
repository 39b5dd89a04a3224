package io.guidepost.kiosk.ui;

import io.guidepost.kiosk.platform.UiExecutor;

/**
 * What a view needs to draw itself: the glass, the language of the moment, pictures, and the way to
 * the screen's thread.
 */
public record Ui(Panel panel, Messages messages, Photos photos, UiExecutor executor) {
    /** The sentence of this key. */
    public String say(String key, Object... args) {
        return messages.text(key, args);
    }

    /** A picture with the theme's round corners. */
    public Photo photo(
            java.util.Optional<io.guidepost.contract.catalogue.Picture> picture, double cornerEms) {
        return new Photo(photos, picture, panel.em(cornerEms));
    }
}
