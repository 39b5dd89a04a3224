package io.guidepost.devices.bench;

import java.util.regex.Pattern;

/**
 * Whether a text is the expected one. Decoders write the same code in different ways, and none of
 * these is a misread: UPC-A as EAN-13 with a leading zero, UPC-E written out as UPC-A (GS1 General
 * Specifications 5.2.2), GS1 element strings with brackets, separators or neither, a GTIN with or
 * without its application identifier, and line ends.
 */
final class Judge {
    private static final char SEPARATOR = 0x1d;
    private static final Pattern BRACKETS = Pattern.compile("\\((\\d{2,4})\\)");

    private Judge() {}

    static boolean same(String read, String expected) {
        String one = plain(read);
        String other = plain(expected);
        return one.equals(other) || gtin(one).equals(gtin(other)) || isUpcE(one, other);
    }

    private static String plain(String text) {
        String lines = text.replace("\r\n", "\n").replace(String.valueOf(SEPARATOR), "").strip();
        return lines.startsWith("(") ? BRACKETS.matcher(lines).replaceAll("$1") : lines;
    }

    private static String gtin(String text) {
        if (text.matches("[0-9]{12}")) {
            return "0" + text;
        }
        return text.matches("01[0-9]{14}") ? text.substring(2) : text;
    }

    private static boolean isUpcE(String read, String expected) {
        return expected.matches("[01][0-9]{7}")
                && read.matches("0?[01][0-9]{11}")
                && read.endsWith(expanded(expected));
    }

    private static String expanded(String upcE) {
        String middle = upcE.substring(1, 7);
        String digits =
                switch (middle.charAt(5)) {
                    case '0', '1', '2' ->
                            middle.substring(0, 2)
                                    + middle.charAt(5)
                                    + "0000"
                                    + middle.substring(2, 5);
                    case '3' -> middle.substring(0, 3) + "00000" + middle.substring(3, 5);
                    case '4' -> middle.substring(0, 4) + "00000" + middle.charAt(4);
                    default -> middle.substring(0, 5) + "0000" + middle.charAt(5);
                };
        return upcE.charAt(0) + digits + upcE.charAt(7);
    }
}
