package io.guidepost.devices.scanner.evdev;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.Optional;

/**
 * Follows which keys are held and turns presses into strokes. Caps Lock is the scanner's own: what
 * it presses within one go counts, the kiosk's lamp does not. For one thread.
 */
final class Keyboard {
    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final Charset OEM = Charset.forName("IBM437");
    private static final int MOST_DIGITS = 5;
    private static final int RELEASED = 0;
    private static final int PRESSED = 1;

    private final BitSet held = new BitSet();

    /** Held so long that nobody can mean it. */
    private final BitSet stuck = new BitSet();

    private final StringBuilder number = new StringBuilder();
    private boolean caps;

    /** Begins with keys that were down before anybody looked: they are stuck until they move. */
    void begin(BitSet down) {
        resync(down);
        stick();
    }

    /** What is down now, after events were lost. */
    void resync(BitSet down) {
        held.clear();
        held.or(down);
        stuck.and(down);
        number.setLength(0);
        caps = false;
    }

    /**
     * The scanner is done with one go of typing; whatever modifier it still holds, it forgot.
     *
     * @return whether there was one
     */
    boolean rest() {
        caps = false;
        number.setLength(0);
        return stick();
    }

    private boolean stick() {
        int before = stuck.cardinality();
        held.stream().filter(Keys::modifier).forEach(stuck::set);
        return stuck.cardinality() > before;
    }

    /** A key moved; what was typed by it, if something was. */
    Optional<Stroke> take(int key, int value) {
        if (value == RELEASED) {
            held.clear(key);
            stuck.clear(key);
            return key == Keys.LEFT_ALT ? number() : Optional.empty();
        }
        if (value != PRESSED) {
            // Repeated by the kernel because it is held: the scanner pressed it once.
            return Optional.empty();
        }
        held.set(key);
        stuck.clear(key);
        return Keys.modifier(key) || Keys.idle(key) ? Optional.empty() : pressed(key);
    }

    private Optional<Stroke> pressed(int key) {
        if (key == Keys.CAPS_LOCK) {
            caps = !caps;
            return Optional.empty();
        }
        boolean shift = down(Keys.LEFT_SHIFT) || down(Keys.RIGHT_SHIFT);
        boolean ctrl = down(Keys.LEFT_CTRL) || down(Keys.RIGHT_CTRL);
        boolean alt = down(Keys.LEFT_ALT);
        // Windows knows Ctrl with Alt as AltGr, and so do scanners.
        boolean alternate = down(Keys.RIGHT_ALT) || (ctrl && alt);
        char keypad = Keys.onKeypad(key);
        if (alt && !ctrl && keypad >= '0' && keypad <= '9') {
            number.append(keypad);
            return Optional.empty();
        }
        if (down(Keys.LEFT_META) || down(Keys.RIGHT_META) || (alt && !alternate)) {
            return Optional.of(new Stroke.Nothing());
        }
        if (key == Keys.ENTER || key == Keys.KEYPAD_ENTER) {
            return Optional.of(new Stroke.Typed('\r'));
        }
        if (key == Keys.TAB) {
            return Optional.of(new Stroke.Typed('\t'));
        }
        if (keypad != 0) {
            return Optional.of(new Stroke.Typed(keypad));
        }
        return Optional.of(
                ctrl && !alternate
                        ? new Stroke.Control(key, shift)
                        : new Stroke.Key(key, shift, alternate, caps));
    }

    private boolean down(int key) {
        return held.get(key) && !stuck.get(key);
    }

    /**
     * The character of a number typed with Alt held: with a leading zero in Windows' code page,
     * without one in that of DOS, from 256 on in Unicode.
     */
    private Optional<Stroke> number() {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        String digits = number.toString();
        number.setLength(0);
        if (digits.length() > MOST_DIGITS) {
            return Optional.of(new Stroke.Nothing());
        }
        int code = Integer.parseInt(digits);
        if (code >= 256 && code <= Character.MAX_VALUE) {
            return Optional.of(new Stroke.Typed((char) code));
        }
        if (code == 0 || code > Character.MAX_VALUE) {
            return Optional.of(new Stroke.Nothing());
        }
        if (code < 128) {
            return Optional.of(new Stroke.Typed((char) code));
        }
        Charset page = digits.startsWith("0") ? ANSI : OEM;
        return Optional.of(new Stroke.Typed(new String(new byte[] {(byte) code}, page).charAt(0)));
    }
}
