package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Source;
import io.guidepost.contract.code.ScannedCode.Unknown;
import java.util.List;

/** From bare digits to a product or to the reason why not. */
final class Products {
    private final List<LabelLayout> layouts;

    Products(List<LabelLayout> layouts) {
        this.layouts = List.copyOf(layouts);
    }

    /**
     * What bare digits mean.
     *
     * @param symbol AIM identifier, or nothing where it is not known
     */
    ScannedCode of(String digits, String symbol) {
        return switch (symbol) {
            // Eight digits of an EAN/UPC symbol are a UPC-E: an EAN-8 says ]E4.
            case "]E0" ->
                    UpcE.hasForm(digits) ? gtin(UpcE.expand(digits), Source.UPC_E) : of(digits);
            // With an add-on symbol of two or five digits behind the thirteen, or behind the twelve
            // of a UPC-A where the scanner leaves out the zero in front.
            case "]E3" ->
                    switch (digits.length()) {
                        case 14, 17 -> of(digits.substring(0, 12));
                        case 15, 18 -> of(digits.substring(0, 13));
                        default -> of(digits);
                    };
            // An add-on alone.
            case "]E1", "]E2" -> new Unknown(Reason.UNSUPPORTED_FORM);
            default -> of(digits);
        };
    }

    private ScannedCode of(String digits) {
        int length = digits.length();
        if (length != 8 && (length < 12 || length > 14)) {
            return new Unknown(Reason.UNSUPPORTED_FORM);
        }
        // UPC-A is EAN-13 with a zero in front.
        String ean13 = length == 12 ? "0" + digits : digits;
        if (!LabelLayout.isRestricted(ean13)) {
            return gtin(digits, length == 13 ? Publications.source(digits) : Source.GTIN);
        }
        return Gtin.isRight(ean13) ? label(ean13) : new Unknown(Reason.WRONG_CHECK_DIGIT);
    }

    private ScannedCode label(String ean13) {
        return layouts.stream()
                .filter(layout -> layout.fits(ean13))
                .findFirst()
                .map(layout -> layout.read(ean13))
                .orElseGet(() -> new Unknown(Reason.NO_LABEL_LAYOUT));
    }

    /** The product of a number of right length. */
    static ScannedCode gtin(String digits, Source source) {
        return Gtin.isRight(digits)
                ? new ScannedCode.Product(Gtin.parse(digits), source, ItemAttributes.NONE)
                : new Unknown(Reason.WRONG_CHECK_DIGIT);
    }
}
