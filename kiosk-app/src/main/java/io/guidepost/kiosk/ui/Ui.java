package io.guidepost.kiosk.ui;

import io.guidepost.contract.catalogue.Picture;
import io.guidepost.kiosk.platform.UiExecutor;
import java.util.Optional;

/**
 * What a view needs to draw itself: the glass, the language of the moment, pictures, and the way to
 * the screen's thread.
 */
public record Ui(Panel panel, Messages messages, Photos photos, UiExecutor executor) {
    /** The sentence of this key. */
    public String say(String key, Object... args) {
        return messages.text(key, args);
    }

    /** The sentence of this key for so many; see {@link Messages#count}. */
    public String count(String key, long count, Object... more) {
        return messages.count(key, count, more);
    }

    /** A picture with the theme's round corners. */
    public Photo photo(Optional<Picture> picture, double cornerEms) {
        return new Photo(photos, picture, panel.em(cornerEms), false);
    }

    /** A picture of which nothing is cut off. */
    public Photo wholePhoto(Optional<Picture> picture) {
        return new Photo(photos, picture, 0, true);
    }
}
