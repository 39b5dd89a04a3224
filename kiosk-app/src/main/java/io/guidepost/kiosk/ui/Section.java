package io.guidepost.kiosk.ui;

import javafx.scene.layout.Region;

/** A part of a page that another feature draws, with the button that belongs to it. */
public abstract class Section extends Screen {
    protected Section(Ui ui) {
        super(ui);
    }

    /** What stands below the page and does not scroll. */
    public abstract Region footer();
}
