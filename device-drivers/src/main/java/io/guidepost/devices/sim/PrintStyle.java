package io.guidepost.devices.sim;

import java.util.Arrays;

/** All that {@code ESC @} sets back: how the next letters and lines are printed. */
final class PrintStyle {
    static final int DEFAULT_SPACING = 30;
    private static final int TAB_LETTERS = 8;
    private static final int TABS = 32;

    int page;
    int country;
    boolean kanji;
    boolean fontB;
    boolean bold;
    boolean inverse;
    boolean upsideDown;
    boolean turned;
    int underline;
    int across = 1;
    int down = 1;
    int align;
    int letterSpacing;
    int lineSpacing = DEFAULT_SPACING;
    int leftMargin;
    int areaWidth = Integer.MAX_VALUE;
    int[] tabs = usualTabs();

    int letterWidth() {
        return fontB ? 9 : 12;
    }

    int letterHeight() {
        return fontB ? 17 : 24;
    }

    /** How wide a line can be on this paper, in dots. */
    int room(int paper) {
        return Math.clamp(areaWidth, 1, Math.max(1, paper - leftMargin));
    }

    /**
     * The next tab to the right of this place, in dots from the line's start, or the same place.
     */
    int tabAfter(int x) {
        int cell = letterWidth() * across + letterSpacing;
        return Arrays.stream(tabs).map(t -> t * cell).filter(t -> t > x).min().orElse(x);
    }

    private static int[] usualTabs() {
        int[] tabs = new int[TABS];
        Arrays.setAll(tabs, i -> (i + 1) * TAB_LETTERS);
        return tabs;
    }
}
