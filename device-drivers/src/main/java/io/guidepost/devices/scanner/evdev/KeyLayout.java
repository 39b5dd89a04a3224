package io.guidepost.devices.scanner.evdev;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the keys of a keyboard type in a country, as scanners are set to it. Combining characters
 * stand for dead keys, which change the letter that follows.
 */
public enum KeyLayout {
    US(
            "`1234567890-=" + "qwertyuiop[]" + "asdfghjkl;'\\" + "□zxcvbnm,./",
            "~!@#$%^&*()_+" + "QWERTYUIOP{}" + "ASDFGHJKL:\"|" + "□ZXCVBNM<>?",
            ""),
    GB(
            "`1234567890-=" + "qwertyuiop[]" + "asdfghjkl;'#" + "\\zxcvbnm,./",
            "¬!\"£$%^&*()_+" + "QWERTYUIOP{}" + "ASDFGHJKL:@~" + "|ZXCVBNM<>?",
            "□□□□€"),
    DE(
            "\u03021234567890ß\u0301" + "qwertzuiopü+" + "asdfghjklöä#" + "<yxcvbnm,.-",
            "°!\"§$%&/()=?\u0300" + "QWERTZUIOPÜ*" + "ASDFGHJKLÖÄ'" + ">YXCVBNM;:_",
            "□□²³□□□{[]}\\□" + "@□€□□□□□□□□~" + "□□□□□□□□□□□□" + "|□□□□□□µ"),
    FR(
            "²&é\"'(-è_çà)=" + "azertyuiop\u0302$" + "qsdfghjklmù*" + "<wxcvbn,;:!",
            "□1234567890°+" + "AZERTYUIOP\u0308£" + "QSDFGHJKLM%µ" + ">WXCVBN?./§",
            "□□\u0303#{[|\u0300\\^@]}" + "□□€□□□□□□□□¤"),
    IT(
            "\\1234567890'ì" + "qwertyuiopè+" + "asdfghjklòàù" + "<zxcvbnm,.-",
            "|!\"£$%&/()=?^" + "QWERTYUIOPé*" + "ASDFGHJKLç°§" + ">ZXCVBNM;:_",
            "□□□□□□□□□□□□□" + "□□€□□□□□□□[]" + "□□□□□□□□□@#□"),
    ES(
            "º1234567890'¡" + "qwertyuiop\u0300+" + "asdfghjklñ\u0301ç" + "<zxcvbnm,.-",
            "ª!\"·$%&/()=?¿" + "QWERTYUIOP\u0302*" + "ASDFGHJKLÑ\u0308Ç" + ">ZXCVBNM;:_",
            "\\|@#\u0303□¬□□□□□□" + "□□€□□□□□□□[]" + "□□□□□□□□□□{}");

    /**
     * The keys in the order of the rows above, as {@code linux/input-event-codes.h} numbers them.
     */
    private static final int[] ORDER = {
        41, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, //
        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, //
        30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 43, //
        86, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53
    };

    private static final char NOTHING = '□';

    private final String plain;
    private final String shifted;
    private final String altGr;

    KeyLayout(String plain, String shifted, String altGr) {
        this.plain = plain;
        this.shifted = shifted;
        this.altGr = altGr;
    }

    /** Its name in the configuration, such as {@code de}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The layout of this name. */
    public static Optional<KeyLayout> ofWord(String word) {
        return Arrays.stream(values()).filter(l -> l.word().equals(word)).findAny();
    }

    /** All names, for people. */
    public static String words() {
        return Arrays.stream(values()).map(KeyLayout::word).collect(Collectors.joining(", "));
    }

    /**
     * What a key types.
     *
     * @return zero when it types nothing
     */
    char typed(int key, boolean shift, boolean alternate) {
        if (key == Keys.SPACE) {
            return ' ';
        }
        String row = alternate ? altGr : shift ? shifted : plain;
        for (int i = 0; i < ORDER.length && i < row.length(); i++) {
            if (ORDER[i] == key) {
                return row.charAt(i) == NOTHING ? 0 : row.charAt(i);
            }
        }
        return 0;
    }

    /** Whether Caps Lock exchanges what the key types with and without Shift. */
    boolean hasCase(int key) {
        char small = typed(key, false, false);
        return Character.isLowerCase(small)
                && Character.toUpperCase(small) == typed(key, true, false);
    }

    /** How a character is typed, if one press of a key does it. */
    public Optional<Press> press(char wanted) {
        if (wanted == ' ') {
            return Optional.of(new Press(Keys.SPACE, false, false));
        }
        int at = plain.indexOf(wanted);
        if (at >= 0) {
            return Optional.of(new Press(ORDER[at], false, false));
        }
        at = shifted.indexOf(wanted);
        if (at >= 0) {
            return Optional.of(new Press(ORDER[at], true, false));
        }
        at = altGr.indexOf(wanted);
        return at < 0 ? Optional.empty() : Optional.of(new Press(ORDER[at], false, true));
    }

    /** A key with what is held meanwhile. */
    public record Press(int key, boolean shift, boolean alternate) {}
}
