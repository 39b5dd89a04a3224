package io.guidepost.devices.sim;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The letters a simulated printer has: code pages ({@code ESC t}) and countries ({@code ESC R}).
 */
final class PrinterPages {
    /** Numbers as in the ESC/POS command reference; page 1 is katakana and has no charset. */
    private static final Map<Integer, String> PAGES =
            Map.ofEntries(
                    Map.entry(0, "IBM437"),
                    Map.entry(2, "IBM850"),
                    Map.entry(3, "IBM860"),
                    Map.entry(4, "IBM863"),
                    Map.entry(5, "IBM865"),
                    Map.entry(13, "IBM857"),
                    Map.entry(14, "IBM737"),
                    Map.entry(15, "ISO-8859-7"),
                    Map.entry(16, "windows-1252"),
                    Map.entry(17, "IBM866"),
                    Map.entry(18, "IBM852"),
                    Map.entry(19, "IBM00858"),
                    Map.entry(21, "TIS-620"),
                    Map.entry(33, "IBM775"),
                    Map.entry(34, "IBM855"),
                    Map.entry(35, "IBM861"),
                    Map.entry(36, "IBM862"),
                    Map.entry(37, "IBM864"),
                    Map.entry(38, "IBM869"),
                    Map.entry(39, "ISO-8859-2"),
                    Map.entry(40, "ISO-8859-15"),
                    Map.entry(45, "windows-1250"),
                    Map.entry(46, "windows-1251"),
                    Map.entry(47, "windows-1253"),
                    Map.entry(48, "windows-1254"),
                    Map.entry(49, "windows-1255"),
                    Map.entry(50, "windows-1256"),
                    Map.entry(51, "windows-1257"),
                    Map.entry(52, "windows-1258"));

    private static final int KATAKANA = 1;
    private static final String KATAKANA_FRAMES = "▁▂▃▄▅▆▇█▏▎▍▌▋▊▉┼┴┬┤├▔─│▕┌┐└┘╭╮╰╯";

    /** Where each country has letters of its own. */
    private static final String OWN_PLACES = "#$@[\\]^`{|}~";

    private static final List<String> COUNTRIES =
            List.of(
                    "#$@[\\]^`{|}~",
                    "#$à°ç§^`éùè¨",
                    "#$§ÄÖÜ^`äöüß",
                    "£$@[\\]^`{|}~",
                    "#$@ÆØÅ^`æøå~",
                    "#¤ÉÄÖÅÜéäöåü",
                    "#$@°\\é^ùàòèì",
                    "₧$@¡Ñ¿^`¨ñ}~",
                    "#$@[¥]^`{|}~",
                    "#¤ÉÆØÅÜéæøåü",
                    "#$ÉÆØÅÜéæøåü",
                    "#$á¡Ñ¿é`íñóú",
                    "#$á¡Ñ¿éüíñóú",
                    "#$@[₩]^`{|}~",
                    "#$ŽŠĐĆČžšđćč",
                    "#¥@[\\]^`{|}~");

    private PrinterPages() {}

    /** Whether there is such a page. */
    static boolean has(int page) {
        return page == KATAKANA || PAGES.containsKey(page);
    }

    /**
     * The letter of a byte.
     *
     * @param b 32 to 255
     */
    static String letter(int b, int page, int country) {
        if (b < 0x80) {
            int own = OWN_PLACES.indexOf(b);
            return own < 0
                    ? String.valueOf((char) b)
                    : COUNTRIES
                            .get(country < COUNTRIES.size() ? country : 0)
                            .substring(own, own + 1);
        }
        if (page == KATAKANA) {
            return katakana(b);
        }
        Charset charset = Charset.forName(PAGES.getOrDefault(page, "IBM437"));
        return new String(new byte[] {(byte) b}, charset);
    }

    /** The letter of two bytes in Kanji mode, as Chinese printers have it. */
    static String wide(int first, int second) {
        return new String(new byte[] {(byte) first, (byte) second}, Charset.forName("GB18030"));
    }

    private static String katakana(int b) {
        if (b < 0xa0) {
            return KATAKANA_FRAMES.substring(b - 0x80, b - 0x7f);
        }
        return b > 0xa0 && b < 0xe0
                ? String.valueOf((char) (0xff61 + b - 0xa1))
                : new String(new byte[] {' '}, StandardCharsets.US_ASCII);
    }
}
