package io.guidepost.devices.scanner.evdev;

import io.guidepost.devices.scanner.CodeProof;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Notices a scanner that types on another layout than the one it is read by: what makes no sense on
 * ours is a code on that one. Sense is what proves itself, a check digit or a web address; free
 * text proves nothing, so it is believed. For one thread.
 */
final class LayoutCheck {
    private final KeyLayout ours;
    private Optional<KeyLayout> suspected = Optional.empty();

    LayoutCheck(KeyLayout ours) {
        this.ours = ours;
    }

    /** The layout that the scanner seems to be set to instead of ours. */
    Optional<KeyLayout> suspected() {
        return suspected;
    }

    /**
     * Whether the strokes make sense on another layout only.
     *
     * @param text what they type on ours, if anything
     */
    boolean foreign(List<Stroke> strokes, Optional<String> text) {
        if (text.isPresent() && makesSense(text.get())) {
            // Digits are the same on most layouts and clear nobody.
            if (suspected.isPresent() && !Stroke.text(strokes, suspected.get()).equals(text)) {
                suspected = Optional.empty();
            }
            return false;
        }
        for (KeyLayout other : KeyLayout.values()) {
            if (other != ours
                    && Stroke.text(strokes, other).filter(LayoutCheck::makesSense).isPresent()) {
                suspected = Optional.of(other);
                return true;
            }
        }
        return false;
    }

    private static boolean makesSense(String text) {
        String body = CodeProof.withoutAim(text);
        String small = body.toLowerCase(Locale.ROOT);
        return CodeProof.proven(body)
                || small.startsWith("https://")
                || small.startsWith("http://")
                || (body.length() > 16 && CodeProof.proven(body.substring(0, 16)));
    }
}
