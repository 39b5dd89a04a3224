package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GS1 element strings as scanners transmit them (GS1 General Specifications, section 7.8): values
 * behind their Application Identifiers, those without a predefined length ended by FNC1, which
 * arrives as the control character GS. Also as people read them, identifiers in brackets (section
 * 4.14), which is what some printers of codes put into the symbol.
 */
final class ElementStrings {
    static final char SEPARATOR = '\u001d';

    private static final Pattern BRACKETED = Pattern.compile("\\(([0-9]{2,4})\\)([^(]*)");

    /**
     * Length of identifier and value together where the first two digits predefine it (section
     * 7.8.5); those of the table and those that GS1 has kept free.
     */
    private static final Map<String, Integer> PREDEFINED =
            Map.ofEntries(
                    Map.entry("04", 18),
                    Map.entry("14", 8),
                    Map.entry("18", 8),
                    Map.entry("19", 8),
                    Map.entry("31", 10),
                    Map.entry("32", 10),
                    Map.entry("33", 10),
                    Map.entry("34", 10),
                    Map.entry("35", 10),
                    Map.entry("36", 10),
                    Map.entry("41", 16));

    private ElementStrings() {}

    static boolean isBracketed(String data) {
        return BRACKETED.matcher(data).lookingAt();
    }

    static Reading readBracketed(String data) {
        Elements.Builder elements = new Elements.Builder();
        Matcher element = BRACKETED.matcher(data);
        int at = 0;
        while (at < data.length()) {
            if (!element.find(at) || element.start() != at) {
                return new Reading.Refused(Reason.DAMAGED);
            }
            Optional<ApplicationIdentifier> identifier =
                    ApplicationIdentifiers.of(element.group(1));
            if (identifier.isEmpty()) {
                elements.addUnread();
            } else {
                Optional<Reason> fault = elements.add(identifier.get(), element.group(2));
                if (fault.isPresent()) {
                    return new Reading.Refused(fault.get());
                }
            }
            at = element.end();
        }
        return elements.build();
    }

    static Reading read(String data) {
        Elements.Builder elements = new Elements.Builder();
        int at = data.charAt(0) == SEPARATOR ? 1 : 0;
        while (at < data.length()) {
            int separator = data.indexOf(SEPARATOR, at);
            int limit = separator < 0 ? data.length() : separator;
            Optional<ApplicationIdentifier> identifier = ApplicationIdentifiers.at(data, at);
            int end;
            if (identifier.isPresent()) {
                ApplicationIdentifier known = identifier.get();
                int start = Math.min(limit, at + known.code().length());
                end = known.fixed() ? Math.min(limit, start + known.length()) : limit;
                Optional<Reason> fault = elements.add(known, data.substring(start, end));
                if (fault.isPresent()) {
                    return new Reading.Refused(fault.get());
                }
            } else if (limit - at > 2 && Digits.only(data.substring(at, at + 2))) {
                // An identifier that came after the table: what is behind it can still be read.
                Integer length = PREDEFINED.get(data.substring(at, at + 2));
                end = length == null ? limit : Math.min(limit, at + length);
                elements.addUnread();
            } else {
                return new Reading.Refused(Reason.DAMAGED);
            }
            // A separator is allowed, though not needed, after a predefined length.
            at = end == limit ? end + 1 : end;
        }
        return elements.build();
    }
}
