package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Source;
import io.guidepost.contract.code.ScannedCode.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GS1 Digital Link URIs (GS1 Digital Link Standard: URI Syntax): any host, any path before the
 * primary key, key qualifiers in their order, data attributes in the query. Nothing is fetched. The
 * word {@code gtin} in place of {@code 01} left the standard with version 1.2 and is refused; GTINs
 * of 8, 12 and 13 digits, which older versions allowed, are read.
 */
final class DigitalLinks {
    private static final Pattern URI =
            Pattern.compile("(?i:https?)://[^/?#@\\\\\\s]+(/[^?#]*)?(?:\\?([^#]*))?(?:#.*)?");

    private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]{2,}");

    private DigitalLinks() {}

    static boolean isWebAddress(String data) {
        return data.regionMatches(true, 0, "http://", 0, 7)
                || data.regionMatches(true, 0, "https://", 0, 8);
    }

    static ScannedCode parse(String data) {
        return switch (read(data)) {
            case Elements elements -> elements.meaning(Source.DIGITAL_LINK);
            case Reading.Refused(Reason reason) -> new Unknown(reason);
        };
    }

    static Reading read(String data) {
        Matcher uri = URI.matcher(data);
        if (!uri.matches() || uri.group(1) == null) {
            return new Reading.Refused(Reason.UNSUPPORTED_FORM);
        }
        List<String> path = new ArrayList<>();
        for (String part : uri.group(1).substring(1).split("/", -1)) {
            Optional<String> decoded = PercentEncoding.decode(part);
            if (decoded.isEmpty()) {
                return new Reading.Refused(Reason.DAMAGED);
            }
            path.add(decoded.get());
        }
        if (path.getLast().isEmpty()) {
            path.removeLast();
        }
        // Identifier and value stand in pairs at the end of the path; the last key counts.
        for (int at = path.size() - 2; at >= 0; at -= 2) {
            if (isKey(path.get(at))) {
                String query = uri.group(2) == null ? "" : uri.group(2);
                return elements(path.subList(at, path.size()), query);
            }
        }
        return new Reading.Refused(withoutKey(path));
    }

    private static Reason withoutKey(List<String> path) {
        if (path.isEmpty()) {
            return Reason.UNSUPPORTED_FORM;
        }
        // Everything packed into one segment, or the key in clear and the rest packed.
        String last = path.getLast();
        boolean behindKey = path.size() >= 3 && isKey(path.get(path.size() - 3));
        if (CompressedLinks.isOne(last) || (behindKey && BASE64_URL.matcher(last).matches())) {
            return Reason.COMPRESSED_DIGITAL_LINK;
        }
        return path.contains(ApplicationIdentifier.GTIN) ? Reason.DAMAGED : Reason.UNSUPPORTED_FORM;
    }

    private static Reading elements(List<String> path, String query) {
        Elements.Builder elements = new Elements.Builder();
        List<String> sequence = new ArrayList<>();
        for (int i = 0; i < path.size(); i += 2) {
            Optional<ApplicationIdentifier> identifier = ApplicationIdentifiers.of(path.get(i));
            if (identifier.isEmpty()) {
                return new Reading.Refused(Reason.DAMAGED);
            }
            Optional<Reason> fault = elements.add(identifier.get(), whole(path, i));
            if (fault.isPresent()) {
                return new Reading.Refused(fault.get());
            }
            sequence.add(path.get(i));
        }
        if (!isSequence(sequence)) {
            return new Reading.Refused(Reason.DAMAGED);
        }
        Optional<Reason> fault = attributes(query, sequence, elements);
        return fault.<Reading>map(Reading.Refused::new).orElseGet(elements::build);
    }

    /** The value behind an identifier; a short GTIN filled with zeros. */
    private static String whole(List<String> path, int at) {
        String value = path.get(at + 1);
        boolean shortGtin =
                path.get(at).equals(ApplicationIdentifier.GTIN)
                        && (value.length() == 8 || value.length() == 12 || value.length() == 13);
        return shortGtin ? "0".repeat(14 - value.length()) + value : value;
    }

    /**
     * Reads the query. Names that are no numbers, such as {@code linkType}, say nothing about the
     * product, whatever stands behind them; numbers that the table does not know are newer than it.
     */
    private static Optional<Reason> attributes(
            String query, List<String> sequence, Elements.Builder elements) {
        for (String pair : query.split("[&;]", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String code = pair.substring(0, equals);
            Optional<ApplicationIdentifier> identifier = ApplicationIdentifiers.of(code);
            if (identifier.isPresent()) {
                Optional<String> value = PercentEncoding.decode(pair.substring(equals + 1));
                if (value.isEmpty() || !identifier.get().linkData() || belongsIn(sequence, code)) {
                    return Optional.of(Reason.DAMAGED);
                }
                Optional<Reason> fault = elements.add(identifier.get(), value.get());
                if (fault.isPresent()) {
                    return fault;
                }
            } else if (Digits.only(code)) {
                elements.addUnread();
            }
        }
        return Optional.empty();
    }

    /** Whether this should have been a qualifier in the path. */
    private static boolean belongsIn(List<String> sequence, String code) {
        for (int at = 1; at <= sequence.size(); at++) {
            List<String> longer = new ArrayList<>(sequence);
            longer.add(at, code);
            if (isSequence(longer)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is a key and then qualifiers of it, in their order. */
    private static boolean isSequence(List<String> sequence) {
        List<String> qualifiers = sequence.subList(1, sequence.size());
        return qualifiers.isEmpty()
                || ApplicationIdentifiers.of(sequence.getFirst()).stream()
                        .flatMap(key -> key.qualifiers().stream())
                        .anyMatch(order -> isInOrder(qualifiers, order));
    }

    private static boolean isInOrder(List<String> some, List<String> order) {
        int at = -1;
        for (String one : some) {
            int place = order.indexOf(one);
            if (place <= at) {
                return false;
            }
            at = place;
        }
        return true;
    }

    private static boolean isKey(String code) {
        return ApplicationIdentifiers.of(code).filter(ApplicationIdentifier::linkKey).isPresent();
    }
}
