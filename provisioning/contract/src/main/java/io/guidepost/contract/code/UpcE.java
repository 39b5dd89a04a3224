package io.guidepost.contract.code;

/** Zero-suppressed UPC-E numbers (GS1 General Specifications, section 5.2.2.4). */
final class UpcE {
    private UpcE() {}

    /** Whether the text can be a UPC-E: number system 0 or 1, six digits, check digit. */
    static boolean hasForm(String text) {
        return text.length() == 8 && Digits.only(text) && text.charAt(0) <= '1';
    }

    /** The GTIN-12 behind eight digits of right form; its check digit is the UPC-E's own. */
    static String expand(String e) {
        char last = e.charAt(6);
        String item =
                switch (last) {
                    case '0', '1', '2' -> e.substring(1, 3) + last + "0000" + e.substring(3, 6);
                    case '3' -> e.substring(1, 4) + "00000" + e.substring(4, 6);
                    case '4' -> e.substring(1, 5) + "00000" + e.charAt(5);
                    default -> e.substring(1, 6) + "0000" + last;
                };
        return e.charAt(0) + item + e.charAt(7);
    }
}
