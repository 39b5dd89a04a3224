package io.guidepost.kiosk.ui;

import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;

/**
 * What this customer chose: language, size of text, contrast. All of it ends with the session.
 * Thread-safe.
 */
public final class Settings {
    private final Lang usual;
    private final LiveValue<Lang> lang;
    private final LiveValue<Comfort> comfort = new LiveValue<>(Comfort.USUAL);

    /**
     * @param usual language of a new session
     */
    public Settings(Lang usual) {
        this.usual = usual;
        this.lang = new LiveValue<>(usual);
    }

    public Observable<Lang> lang() {
        return lang;
    }

    public Observable<Comfort> comfort() {
        return comfort;
    }

    public void speak(Lang next) {
        lang.set(next);
    }

    public void choose(Comfort next) {
        comfort.set(next);
    }

    /** Back to what every session begins with. */
    public void forget() {
        lang.set(usual);
        comfort.set(Comfort.USUAL);
    }
}
