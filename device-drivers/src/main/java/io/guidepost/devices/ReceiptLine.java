package io.guidepost.devices;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One element of a receipt. */
public sealed interface ReceiptLine {

    /**
     * Text in any script; a line too long for the paper is broken at a blank.
     *
     * @param text at most 2,000 characters, without control characters
     */
    record Text(String text, TextStyle style) implements ReceiptLine {
        public Text {
            Objects.requireNonNull(style, "style");
            if (text.length() > 2000) {
                throw new IllegalArgumentException(
                        "text of a receipt line has at most 2000 characters");
            }
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "text of a receipt line has no control characters");
            }
        }

        /** Plain text. */
        public static Text of(String text) {
            return new Text(text, TextStyle.PLAIN);
        }
    }

    /**
     * Empty space.
     *
     * @param lines height in text lines, 1 to 20
     */
    record Feed(int lines) implements ReceiptLine {
        public Feed {
            if (lines < 1 || lines > 20) {
                throw new IllegalArgumentException("a feed has 1 to 20 lines, not " + lines);
            }
        }
    }

    /** A line across the paper. */
    record Rule() implements ReceiptLine {}

    /**
     * A QR code, centred.
     *
     * @param data 1 to 1,000 bytes in UTF-8
     */
    record QrCode(String data) implements ReceiptLine {
        public QrCode {
            int bytes = data.getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > 1000) {
                throw new IllegalArgumentException("a QR code holds 1 to 1000 bytes, not " + bytes);
            }
        }
    }

    /**
     * An EAN-13 bar code with its digits beneath.
     *
     * @param gtin 13 digits, the last one the right check digit (GS1 General Specifications 7.9)
     */
    record Ean13(String gtin) implements ReceiptLine {
        public Ean13 {
            if (!gtin.matches("[0-9]{13}") || !checkDigitHolds(gtin)) {
                throw new IllegalArgumentException(
                        "an EAN-13 has 13 digits with a right check digit");
            }
        }

        private static boolean checkDigitHolds(String digits) {
            int sum = 0;
            for (int i = 0; i < 13; i++) {
                sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
            }
            return sum % 10 == 0;
        }
    }

    /**
     * A Code 128 bar code (ISO/IEC 15417) with its text beneath, centred.
     *
     * @param text 1 to 60 characters of ASCII without control characters; how many fit depends on
     *     the paper and on how many are digits: 80 mm hold about 20 letters or 40 digits
     */
    record Code128(String text) implements ReceiptLine {
        public Code128 {
            if (!text.matches("[ -~]{1,60}")) {
                throw new IllegalArgumentException(
                        "a Code 128 holds 1 to 60 characters of printable ASCII");
            }
        }
    }

    /** A picture in black and white, centred; at most as wide as the paper. */
    record Image(Raster raster) implements ReceiptLine {}

    /** Cuts the paper. */
    record Cut() implements ReceiptLine {}
}
