package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Source;

/** From digits to a product or to the reason why not. */
final class Products {
    private Products() {}

    static boolean hasForm(String digits) {
        int length = digits.length();
        return Digits.only(digits) && (length == 8 || (length >= 12 && length <= 14));
    }

    /** The product behind digits of right form. */
    static ScannedCode of(String digits, Source source) {
        int last = digits.length() - 1;
        return Gtin.checkDigit(digits.substring(0, last)) == digits.charAt(last) - '0'
                ? new ScannedCode.Product(Gtin.parse(digits), source)
                : new ScannedCode.Unknown(Reason.WRONG_CHECK_DIGIT);
    }
}
