package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Source;
import io.guidepost.contract.code.ScannedCode.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads whatever a scanner may deliver: one scanner serves every code on every screen. Never throws
 * on any text, fetches nothing, keeps nothing. Immutable and thread-safe.
 */
public final class CodeParser {
    /** Longest text that is looked at, in characters. */
    public static final int MAXIMUM_LENGTH = 2_000;

    /**
     * AIM identifiers (ISO/IEC 15424) of symbols with FNC1 in first place, that is of element
     * strings: GS1-128, DataMatrix, QR Code, DataBar, DotCode; the second of a pair with ECI.
     */
    private static final Set<String> ELEMENT_STRING_SYMBOLS =
            Set.of("]C1", "]d2", "]d5", "]Q3", "]Q4", "]e0", "]J1");

    private static final Pattern AIM_ID = Pattern.compile("\\][A-Za-z][0-9A-Za-z]");

    private final Products products;

    /**
     * @param layouts of the shop's own labels; the first that fits is taken
     */
    public CodeParser(List<LabelLayout> layouts) {
        this.products = new Products(layouts);
    }

    /**
     * What a scanned text means. A payment code is refused by name, whatever it holds.
     *
     * @param data as the symbol holds it, FNC1 as the character GS; an AIM identifier in front is
     *     taken off where the scanner did not report it separately
     * @param aimId the symbology identifier, such as {@code ]E0}. Without it eight digits are read
     *     as a GTIN-8, never as UPC-E: both can have a right check digit
     */
    public ScannedCode parse(String data, Optional<String> aimId) {
        return parse(data, aimId, false);
    }

    /** The same while a payment waits for a wallet: its code is read, too. */
    public ScannedCode parseForPayment(String data, Optional<String> aimId) {
        return parse(data, aimId, true);
    }

    private ScannedCode parse(String data, Optional<String> aimId, boolean paying) {
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
            return elements(ElementStrings.read(text));
        }
        return separated ? new Unknown(Reason.NOT_TEXT) : plain(text, symbol, paying);
    }

    private ScannedCode plain(String text, String symbol, boolean paying) {
        // An EAN-13 with its add-on has as many digits as some wallets' codes.
        if (!symbol.startsWith("]E") && WalletCode.isMeant(text)) {
            return wallet(text, paying);
        }
        if (Digits.only(text) && text.length() != 10) {
            return products.of(text, symbol);
        }
        if (DigitalLinks.isWebAddress(text)) {
            return DigitalLinks.parse(text);
        }
        if (ElementStrings.isBracketed(text)) {
            return elements(ElementStrings.readBracketed(text));
        }
        return OwnCodes.read(text)
                .or(() -> Publications.read(text))
                .orElseGet(() -> new Unknown(Reason.UNSUPPORTED_FORM));
    }

    private static ScannedCode wallet(String text, boolean paying) {
        if (!paying) {
            return new Unknown(Reason.PAYMENT_CODE);
        }
        return WalletCode.read(text)
                .<ScannedCode>map(ScannedCode.Wallet::new)
                .orElseGet(() -> new Unknown(Reason.DAMAGED));
    }

    private static ScannedCode elements(Reading reading) {
        return switch (reading) {
            case Elements elements -> elements.meaning(Source.ELEMENT_STRING);
            case Reading.Refused(Reason reason) -> new Unknown(reason);
        };
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
