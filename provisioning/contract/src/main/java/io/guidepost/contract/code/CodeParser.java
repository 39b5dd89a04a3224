package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Source;
import io.guidepost.contract.code.ScannedCode.Unknown;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads whatever a scanner may deliver: one scanner serves every code on every screen. Never throws
 * on any text, fetches nothing, keeps nothing. Thread-safe.
 */
public final class CodeParser {
    /** Longest text that is looked at, in characters. */
    public static final int MAXIMUM_LENGTH = 2_000;

    private static final String VOUCHER_PREFIX = "GPV1.";

    /** Form of a voucher's text; see {@link io.guidepost.contract.sign.VoucherToken}. */
    private static final Pattern VOUCHER =
            Pattern.compile("GPV1\\.[0-9a-f]{32}\\.[0-9]{1,12}\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]{86}");

    /**
     * AIM identifiers (ISO/IEC 15424) of symbols with FNC1 in first place, that is of element
     * strings: GS1-128, DataMatrix, QR Code, DataBar, DotCode; the second of a pair with ECI.
     */
    private static final Set<String> ELEMENT_STRING_SYMBOLS =
            Set.of("]C1", "]d2", "]d5", "]Q3", "]Q4", "]e0", "]J1");

    private static final Pattern AIM_ID = Pattern.compile("\\][A-Za-z][0-9A-Za-z]");

    private CodeParser() {}

    /**
     * What a scanned text means.
     *
     * @param data as the symbol holds it, FNC1 as the character GS; an AIM identifier in front is
     *     taken off where the scanner did not report it separately
     * @param aimId the symbology identifier, such as {@code ]E0}. Without it eight digits are read
     *     as a GTIN-8, never as UPC-E: both can have a right check digit
     */
    public static ScannedCode parse(String data, Optional<String> aimId) {
        if (data.length() > MAXIMUM_LENGTH) {
            return new Unknown(Reason.TOO_LONG);
        }
        boolean identified =
                aimId.isEmpty()
                        && data.length() >= 3
                        && AIM_ID.matcher(data.substring(0, 3)).matches();
        String symbol = identified ? data.substring(0, 3) : aimId.orElse("");
        String text = identified ? data.substring(3) : data;
        if (text.isEmpty()) {
            return new Unknown(Reason.EMPTY);
        }
        if (!isText(text)) {
            return new Unknown(Reason.NOT_TEXT);
        }
        boolean separated = text.indexOf(ElementStrings.SEPARATOR) >= 0;
        if (ELEMENT_STRING_SYMBOLS.contains(symbol) || (separated && symbol.isEmpty())) {
            return ElementStrings.parse(text);
        }
        return separated ? new Unknown(Reason.NOT_TEXT) : plain(text, symbol);
    }

    private static ScannedCode plain(String text, String symbol) {
        if (text.startsWith(MemberCode.PREFIX)) {
            return member(text);
        }
        if (text.startsWith(BadgeCode.PREFIX)) {
            return badge(text);
        }
        if (text.startsWith(VOUCHER_PREFIX)) {
            return VOUCHER.matcher(text).matches()
                    ? new ScannedCode.Voucher(text)
                    : new Unknown(Reason.DAMAGED);
        }
        if (DigitalLinks.isWebAddress(text)) {
            return DigitalLinks.parse(text);
        }
        return Digits.only(text) ? number(text, symbol) : new Unknown(Reason.UNSUPPORTED_FORM);
    }

    private static ScannedCode member(String text) {
        if (!MemberCode.hasForm(text)) {
            return new Unknown(Reason.DAMAGED);
        }
        return MemberCode.checks(text)
                ? new ScannedCode.Member(new MemberCode(text))
                : new Unknown(Reason.WRONG_CHECK_DIGIT);
    }

    private static ScannedCode badge(String text) {
        if (!BadgeCode.hasForm(text)) {
            return new Unknown(Reason.DAMAGED);
        }
        return BadgeCode.checks(text)
                ? new ScannedCode.Badge(new BadgeCode(text))
                : new Unknown(Reason.WRONG_CHECK_DIGIT);
    }

    private static ScannedCode number(String digits, String symbol) {
        return switch (symbol) {
            // Eight digits of an EAN/UPC symbol are a UPC-E: an EAN-8 says ]E4.
            case "]E0" ->
                    UpcE.hasForm(digits)
                            ? Products.of(UpcE.expand(digits), Source.UPC_E)
                            : gtin(digits);
            // With an add-on symbol of two or five digits behind the thirteen.
            case "]E3" ->
                    digits.length() == 15 || digits.length() == 18
                            ? gtin(digits.substring(0, 13))
                            : gtin(digits);
            // An add-on alone.
            case "]E1", "]E2" -> new Unknown(Reason.UNSUPPORTED_FORM);
            default -> gtin(digits);
        };
    }

    private static ScannedCode gtin(String digits) {
        return Products.hasForm(digits)
                ? Products.of(digits, Source.GTIN)
                : new Unknown(Reason.UNSUPPORTED_FORM);
    }

    /** No control characters but the separator, no halves of characters, nothing undecodable. */
    private static boolean isText(String text) {
        return text.codePoints()
                .allMatch(
                        c ->
                                c == ElementStrings.SEPARATOR
                                        || !(Character.isISOControl(c)
                                                || Character.getType(c) == Character.SURROGATE
                                                || c == 0xfffd
                                                || (c & 0xfffe) == 0xfffe));
    }
}
