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
 * GS1 Digital Link URIs with a GTIN as primary key (GS1 Digital Link Standard: URI Syntax): any
 * host, any path before the key, key qualifiers in their order, data attributes in the query.
 * Nothing is fetched. The word {@code gtin} in place of {@code 01} left the standard with version
 * 1.2 and is refused; GTINs of 8, 12 and 13 digits, which older versions allowed, are read.
 */
final class DigitalLinks {
    private static final Pattern URI =
            Pattern.compile("(?i:https?)://[^/?#@\\\\\\s]+(/[^?#]*)?(?:\\?([^#]*))?(?:#.*)?");

    /** Key qualifiers of a GTIN in the order that the standard asks for. */
    private static final List<String> QUALIFIERS = List.of("22", "10", "21");

    private static final String THIRD_PARTY_EXTENSION = "235";
    private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]{2,}");

    private DigitalLinks() {}

    static boolean isWebAddress(String data) {
        return data.regionMatches(true, 0, "http://", 0, 7)
                || data.regionMatches(true, 0, "https://", 0, 8);
    }

    static ScannedCode parse(String data) {
        Matcher uri = URI.matcher(data);
        if (!uri.matches() || uri.group(1) == null) {
            return new Unknown(Reason.UNSUPPORTED_FORM);
        }
        List<String> path = new ArrayList<>();
        for (String part : uri.group(1).substring(1).split("/", -1)) {
            Optional<String> decoded = PercentEncoding.decode(part);
            if (decoded.isEmpty()) {
                return new Unknown(Reason.DAMAGED);
            }
            path.add(decoded.get());
        }
        if (path.getLast().isEmpty()) {
            path.removeLast();
        }
        String query = uri.group(2) == null ? "" : uri.group(2);
        for (int key = path.size() - 2; key >= 0; key--) {
            if (path.get(key).equals(ApplicationIdentifier.GTIN)
                    && Products.hasForm(path.get(key + 1))) {
                return behindKey(path.get(key + 1), path.subList(key + 2, path.size()), query);
            }
        }
        if (path.contains(ApplicationIdentifier.GTIN)) {
            return new Unknown(Reason.DAMAGED);
        }
        return new Unknown(
                !path.isEmpty() && CompressedLinks.isOne(path.getLast())
                        ? Reason.COMPRESSED_DIGITAL_LINK
                        : Reason.UNSUPPORTED_FORM);
    }

    private static ScannedCode behindKey(String gtin, List<String> qualifiers, String query) {
        if (qualifiers.size() == 1) {
            // The key in clear and the rest packed into one segment.
            return new Unknown(
                    BASE64_URL.matcher(qualifiers.getFirst()).matches()
                            ? Reason.COMPRESSED_DIGITAL_LINK
                            : Reason.DAMAGED);
        }
        return qualifiersHold(qualifiers) && attributesHold(query)
                ? Products.of(gtin, Source.DIGITAL_LINK)
                : new Unknown(Reason.DAMAGED);
    }

    private static boolean qualifiersHold(List<String> pairs) {
        if (pairs.size() % 2 != 0) {
            return false;
        }
        int before = -1;
        for (int i = 0; i < pairs.size(); i += 2) {
            String code = pairs.get(i);
            int order = QUALIFIERS.indexOf(code);
            boolean alone = code.equals(THIRD_PARTY_EXTENSION) && pairs.size() == 2;
            if (!(alone || order > before) || !allows(code, pairs.get(i + 1))) {
                return false;
            }
            before = order;
        }
        return true;
    }

    /**
     * Keys that are no identifiers of ours, such as {@code linkType}, say nothing about the
     * product.
     */
    private static boolean attributesHold(String query) {
        for (String pair : query.split("[&;]", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String code = pair.substring(0, equals);
            Optional<String> value = PercentEncoding.decode(pair.substring(equals + 1));
            if (value.isEmpty()
                    || (ApplicationIdentifier.of(code).isPresent() && !allows(code, value.get()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean allows(String code, String value) {
        return ApplicationIdentifier.of(code).map(ai -> ai.allows(value)).orElse(false);
    }
}
