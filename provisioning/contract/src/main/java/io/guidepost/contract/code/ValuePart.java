package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the value of an Application Identifier.
 *
 * @param shortest in characters
 * @param longest in characters
 * @param optional may be left out
 */
record ValuePart(
        CharacterSet set, int shortest, int longest, boolean optional, List<ValueRule> rules) {
    private static final Pattern FORM =
            Pattern.compile("(\\??)([nxyz])(?:([0-9]+)-)?([0-9]+)((?::[a-z0-9]+)*)");

    /** Reads a part as the table writes it, such as {@code ?x1-17} or {@code n13:check}. */
    static ValuePart parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no part of a value");
        }
        int longest = Integer.parseInt(form.group(4));
        return new ValuePart(
                CharacterSet.valueOf(form.group(2).toUpperCase(Locale.ROOT)),
                form.group(3) == null ? longest : Integer.parseInt(form.group(3)),
                longest,
                !form.group(1).isEmpty(),
                Arrays.stream(form.group(5).split(":"))
                        .filter(name -> !name.isEmpty())
                        .map(ValueRule::named)
                        .toList());
    }

    /** What is wrong with the text of this part; nothing where it is right. */
    Optional<Reason> fault(String text) {
        if (text.isEmpty() && optional) {
            return Optional.empty();
        }
        if (text.length() < shortest || !set.allows(text)) {
            return Optional.of(Reason.DAMAGED);
        }
        return rules.stream()
                .filter(rule -> !rule.holds(text))
                .findFirst()
                .map(
                        rule ->
                                rule == ValueRule.CHECK || rule == ValueRule.CHECKPAIR
                                        ? Reason.WRONG_CHECK_DIGIT
                                        : Reason.DAMAGED);
    }
}
