package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import io.guidepost.contract.code.ScannedCode.Source;
import io.guidepost.contract.code.ScannedCode.Unknown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * Elements of one symbol, each with a right value, and how they go together (GS1 General
 * Specifications, section 4.13 and 4.14).
 *
 * @param values by Application Identifier, in the order of the symbol
 * @param unread whether an identifier stood there that the table does not know
 */
record Elements(SequencedMap<String, String> values, boolean unread) implements Reading {
    Elements {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /** Whether two of them contradict each other. */
    boolean contradict() {
        return values.keySet().stream()
                .flatMap(code -> identifier(code).bars().stream().map(bar -> Map.entry(code, bar)))
                .anyMatch(pair -> isThere(pair.getValue(), pair.getKey()));
    }

    /**
     * Whether each has what it needs beside it. A label may spread its data over several symbols,
     * so that one symbol alone need not be whole.
     */
    boolean complete() {
        return values.keySet().stream()
                .allMatch(
                        code -> {
                            List<List<String>> needs = identifier(code).needs();
                            return needs.isEmpty()
                                    || needs.stream()
                                            .anyMatch(
                                                    all ->
                                                            all.stream()
                                                                    .allMatch(
                                                                            one ->
                                                                                    isThere(
                                                                                            one,
                                                                                            code)));
                        });
    }

    /** Whether GS1's rules hold to the letter. */
    boolean conform() {
        return !unread && !contradict() && complete();
    }

    /** What they mean to a shop: a product where there is a GTIN, whatever else there is. */
    ScannedCode meaning(Source source) {
        if (contradict()) {
            return new Unknown(Reason.DAMAGED);
        }
        return element(ApplicationIdentifier.GTIN::equals)
                .or(() -> element(code -> identifier(code).linkKey()))
                .map(key -> meaning(key.getKey(), key.getValue(), source))
                .orElseGet(
                        () ->
                                new Unknown(
                                        unread || complete()
                                                ? Reason.UNSUPPORTED_FORM
                                                : Reason.PART_OF_A_LABEL));
    }

    private ScannedCode meaning(String key, String value, Source source) {
        SequencedMap<String, String> others = new LinkedHashMap<>(values);
        others.remove(key);
        ItemAttributes attributes = new ItemAttributes(others);
        return key.equals(ApplicationIdentifier.GTIN)
                ? new ScannedCode.Product(new Gtin(value), source, attributes)
                : new ScannedCode.OtherKey(key, value, attributes);
    }

    private Optional<Map.Entry<String, String>> element(Predicate<String> code) {
        return values.entrySet().stream().filter(e -> code.test(e.getKey())).findFirst();
    }

    private boolean isThere(String pattern, String besides) {
        return pattern.endsWith("n")
                ? values.keySet().stream()
                        .anyMatch(code -> !code.equals(besides) && matches(pattern, code))
                : values.containsKey(pattern);
    }

    private static boolean matches(String pattern, String code) {
        return code.length() == pattern.length()
                && code.startsWith(pattern.substring(0, pattern.indexOf('n')));
    }

    private static ApplicationIdentifier identifier(String code) {
        return ApplicationIdentifiers.of(code).orElseThrow();
    }

    /** Takes elements one by one and says what is wrong with each. */
    static final class Builder {
        private final SequencedMap<String, String> values = new LinkedHashMap<>();
        private boolean unread;

        /** Adds an element; what is wrong with it, if anything. */
        Optional<Reason> add(ApplicationIdentifier identifier, String value) {
            Optional<Reason> fault = identifier.fault(value);
            if (fault.isPresent()) {
                return fault;
            }
            String before = values.putIfAbsent(identifier.code(), value);
            return before == null || before.equals(value)
                    ? Optional.empty()
                    : Optional.of(Reason.DAMAGED);
        }

        void addUnread() {
            unread = true;
        }

        Elements build() {
            return new Elements(values, unread);
        }
    }
}
