package io.guidepost.contract.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.Predicate;

/** Makes GS1 data from the table: right data, and data with one thing wrong. */
final class Gs1Maker {
    private static final String SET_82 =
            "!\"%&'*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final String SET_39 = "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String SET_64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String DIGITS = "0123456789";

    private final Random random;
    private final List<ApplicationIdentifier> identifiers;

    /**
     * @param wanted which identifiers may appear
     */
    Gs1Maker(Random random, Predicate<ApplicationIdentifier> wanted) {
        this.random = random;
        this.identifiers =
                ApplicationIdentifiers.all().stream()
                        .filter(wanted)
                        .sorted((a, b) -> a.code().compareTo(b.code()))
                        .toList();
    }

    /** Some elements with right values and what each needs, in any order. */
    SequencedMap<String, String> elements() {
        Map<String, String> elements = new LinkedHashMap<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            add(elements, pick(identifiers), 0);
        }
        List<String> order = new ArrayList<>(elements.keySet());
        Collections.shuffle(order, random);
        SequencedMap<String, String> shuffled = new LinkedHashMap<>();
        order.forEach(code -> shuffled.put(code, elements.getOrDefault(code, "")));
        return shuffled;
    }

    /** This identifier with a right value and what it needs. */
    SequencedMap<String, String> with(ApplicationIdentifier identifier) {
        SequencedMap<String, String> elements = new LinkedHashMap<>();
        add(elements, identifier, 0);
        return elements;
    }

    private void add(Map<String, String> elements, ApplicationIdentifier identifier, int depth) {
        elements.putIfAbsent(identifier.code(), value(identifier));
        if (depth > 4 || identifier.needs().isEmpty()) {
            return;
        }
        for (String pattern : pick(identifier.needs())) {
            List<ApplicationIdentifier> fitting =
                    identifiers.stream().filter(ai -> fits(pattern, ai.code())).toList();
            if (!fitting.isEmpty() && elements.keySet().stream().noneMatch(c -> fits(pattern, c))) {
                add(elements, pick(fitting), depth + 1);
            }
        }
    }

    private static boolean fits(String pattern, String code) {
        int open = pattern.indexOf('n');
        return open < 0
                ? code.equals(pattern)
                : code.length() == pattern.length() && code.startsWith(pattern.substring(0, open));
    }

    /** The primary keys of Digital Links. */
    List<ApplicationIdentifier> keys() {
        return identifiers.stream().filter(ApplicationIdentifier::linkKey).toList();
    }

    /** A right value. */
    String value(ApplicationIdentifier identifier) {
        StringBuilder value = new StringBuilder();
        for (ValuePart part : identifier.parts()) {
            if (part.optional() && random.nextInt(3) == 0) {
                break;
            }
            value.append(text(part));
        }
        return value.toString();
    }

    /** The value with a character changed, left out, doubled, or cut off. */
    String spoilt(String value) {
        if (value.isEmpty()) {
            return "0";
        }
        int at = random.nextInt(value.length());
        return switch (random.nextInt(5)) {
            case 0 -> value.substring(0, at);
            case 1 -> value.substring(0, at) + value.substring(at + 1);
            case 2 -> value.substring(0, at + 1) + value.substring(at);
            default -> value.substring(0, at) + character(SET_82) + value.substring(at + 1);
        };
    }

    private String text(ValuePart part) {
        int length = part.shortest() + random.nextInt(part.longest() - part.shortest() + 1);
        String text = characters(part, length);
        for (int tries = 0; tries < 20_000; tries++) {
            String made = text;
            if (part.rules().stream().allMatch(rule -> rule.holds(made))
                    && part.set().allows(made)) {
                return made;
            }
            // Short rules are found by chance; long ones are made.
            text = made(part, length);
        }
        throw new IllegalStateException("no value for " + part);
    }

    private String made(ValuePart part, int length) {
        String text = characters(part, length);
        for (ValueRule rule : part.rules()) {
            switch (rule) {
                case CHECK -> text = checked(text);
                case CHECKPAIR -> text = paired(Math.max(length, 5));
                case DATE, DATE0, FULLDATE -> text = date(length, rule == ValueRule.DATE0);
                case IBAN -> text = iban(Math.max(length, 8));
                case RANK -> text = (1 + random.nextInt(4)) + "/" + (4 + random.nextInt(6));
                case COMPANY -> text = "95" + text.substring(Math.min(2, text.length()));
                case LATITUDE, LONGITUDE -> text = "0" + text.substring(1);
                case ESCAPES -> text = text.replace("%", "%4a").substring(0, text.length());
                default -> {}
            }
        }
        // The check digit after whatever changed the others.
        return part.rules().contains(ValueRule.CHECK) ? checked(text) : text;
    }

    private String checked(String text) {
        String rest = text.substring(0, text.length() - 1);
        return rest + Gtin.checkDigit(rest);
    }

    private String paired(int length) {
        String text = "95" + repeat(SET_82, length - 4);
        return text + CheckPair.of(text);
    }

    private String date(int length, boolean day0) {
        String year = length == 8 ? "19" + two(0, 99) : two(0, 99);
        return year + two(1, 12) + two(day0 ? 0 : 1, 31);
    }

    private String iban(int length) {
        String account = repeat("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", length - 4);
        int remainder = 0;
        for (char c : (account + "DE00").toCharArray()) {
            int n = Character.digit(c, 36);
            remainder = (remainder * (n > 9 ? 100 : 10) + n) % 97;
        }
        return "DE%02d".formatted(98 - remainder) + account;
    }

    private String two(int from, int to) {
        return "%02d".formatted(from + random.nextInt(to - from + 1));
    }

    private String characters(ValuePart part, int length) {
        return repeat(
                switch (part.set()) {
                    case N -> DIGITS;
                    case X -> SET_82;
                    case Y -> SET_39;
                    case Z -> SET_64;
                },
                length);
    }

    private String repeat(String characters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(character(characters));
        }
        return text.toString();
    }

    private char character(String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
