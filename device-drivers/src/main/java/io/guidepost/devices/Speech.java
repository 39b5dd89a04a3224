package io.guidepost.devices;

import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** Says sentences aloud: one at a time, and the newest wins. */
public interface Speech extends Device {
    /** Most characters of a text. */
    int LONGEST_TEXT = 1000;

    /**
     * Says this instead of whatever is being said or waits. Returns at once.
     *
     * @param text 1 to 1000 characters
     * @param language English, Chinese, German, Spanish or Arabic; the country does not matter
     * @return ends with what became of it; never exceptionally
     * @throws IllegalArgumentException where the text is empty or too long
     */
    CompletionStage<Spoken> say(String text, Locale language);

    /** Falls silent. Returns at once. */
    void stop();

    /** What became of a sentence. */
    enum Spoken {
        /** It was said to its end. */
        SAID,
        /** It was stopped, or another came in its place. */
        CUT_SHORT,
        /** There is no voice for the language, or the device does not work: see its status. */
        NOT_SAID
    }
}
