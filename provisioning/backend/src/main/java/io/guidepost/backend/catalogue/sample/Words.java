package io.guidepost.backend.catalogue.sample;

import java.util.Locale;

/** Small help with words. */
final class Words {
    private Words() {}

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
