package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Source;
import io.guidepost.contract.code.ScannedCode.Unknown;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Books (ISBN, ISO 2108), music (ISMN, ISO 10957) and magazines (ISSN, ISO 3297). Their barcodes
 * are EAN-13 with prefixes of their own (GS1 General Specifications, section 2.1.3); as text they
 * are shorter or have hyphens.
 */
final class Publications {
    private static final String ISSN_PREFIX = "977";
    private static final String ISBN_10_PREFIX = "978";

    private static final Pattern ISBN_10 =
            Pattern.compile(
                    "(ISBN(?:-10)?:? ?)?"
                            + "([0-9]{9}[0-9X]|(?=.{13}$)[0-9]+(-)[0-9]+-[0-9]+-[0-9X])");

    private static final Pattern ISBN_13 =
            Pattern.compile(
                    "(?:ISBN(?:-13)?:? ?(?:97[89][0-9]{10}|(?=.{17}$)%1$s)|(?=.{17}$)%1$s)"
                            .formatted("97[89]-[0-9]+-[0-9]+-[0-9]+-[0-9]"));

    private static final Pattern ISSN =
            Pattern.compile("(?:ISSN:? ?)?([0-9]{4})-([0-9]{3}[0-9X])|([0-9]{7}X)");

    private Publications() {}

    /** What a right or wrong EAN-13 numbers. */
    static Source source(String ean13) {
        if (ean13.startsWith("9790")) {
            return Source.ISMN;
        }
        if (ean13.startsWith("978") || ean13.startsWith("979")) {
            return Source.ISBN;
        }
        return ean13.startsWith(ISSN_PREFIX) ? Source.ISSN : Source.GTIN;
    }

    /** The publication of a number written as text; nothing where the text is no such number. */
    static Optional<ScannedCode> read(String text) {
        if (ISBN_13.matcher(text).matches()) {
            String digits = text.replaceFirst("^ISBN(?:-13)?:? ?", "").replace("-", "");
            return Optional.of(Products.gtin(digits, source(digits)));
        }
        Matcher issn = ISSN.matcher(text);
        if (issn.matches()) {
            String digits = issn.group(3) != null ? issn.group(3) : issn.group(1) + issn.group(2);
            return Optional.of(issn(digits));
        }
        Matcher isbn = ISBN_10.matcher(text);
        return isbn.matches()
                ? isbn10(
                        isbn.group(2).replace("-", ""),
                        text.startsWith("ISBN") || isbn.group(3) != null)
                : Optional.empty();
    }

    /** Nine digits and a check character: ten digits alone may be any number. */
    private static Optional<ScannedCode> isbn10(String isbn, boolean named) {
        if (modulo11(isbn) == 0) {
            return Optional.of(ean13(ISBN_10_PREFIX + isbn.substring(0, 9), Source.ISBN));
        }
        return named || isbn.endsWith("X")
                ? Optional.of(new Unknown(Reason.WRONG_CHECK_DIGIT))
                : Optional.empty();
    }

    /** As the barcode of an issue at the standard price writes it, with 00 behind the number. */
    private static ScannedCode issn(String issn) {
        return modulo11(issn) == 0
                ? ean13(ISSN_PREFIX + issn.substring(0, 7) + "00", Source.ISSN)
                : new Unknown(Reason.WRONG_CHECK_DIGIT);
    }

    private static ScannedCode ean13(String twelve, Source source) {
        return Products.gtin(twelve + Gtin.checkDigit(twelve), source);
    }

    /** Weights from the right are 1, 2, 3 and so on; X stands for ten. */
    private static int modulo11(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            sum += (c == 'X' ? 10 : c - '0') * (number.length() - i);
        }
        return sum % 11;
    }
}
