package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Source;
import io.guidepost.contract.code.ScannedCode.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * GS1 element strings as scanners transmit them (GS1 General Specifications, section 7.8): values
 * behind their Application Identifiers, those without a predefined length ended by FNC1, which
 * arrives as the control character GS.
 */
final class ElementStrings {
    static final char SEPARATOR = '\u001d';

    private ElementStrings() {}

    /** The product of (01), wherever it stands; the rest must be right as well. */
    static ScannedCode parse(String data) {
        @Nullable String gtin = null;
        int at = data.charAt(0) == SEPARATOR ? 1 : 0;
        while (at < data.length()) {
            ApplicationIdentifier identifier = ApplicationIdentifier.at(data, at).orElse(null);
            if (identifier == null) {
                return new Unknown(Reason.UNSUPPORTED_FORM);
            }
            int start = at + identifier.code().length();
            int separator = data.indexOf(SEPARATOR, start);
            int limit = separator < 0 ? data.length() : separator;
            int end =
                    identifier.fixedLength() == 0
                            ? limit
                            : Math.min(limit, start + identifier.fixedLength());
            String value = data.substring(start, end);
            if (!identifier.allows(value)) {
                return new Unknown(Reason.DAMAGED);
            }
            if (identifier.code().equals(ApplicationIdentifier.GTIN)) {
                if (gtin != null && !gtin.equals(value)) {
                    return new Unknown(Reason.DAMAGED);
                }
                gtin = value;
            }
            // A separator is allowed, though not needed, after a predefined length.
            at = end < data.length() && data.charAt(end) == SEPARATOR ? end + 1 : end;
        }
        return gtin == null
                ? new Unknown(Reason.UNSUPPORTED_FORM)
                : Products.of(gtin, Source.ELEMENT_STRING);
    }
}
