package io.guidepost.contract.code;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must hold inside a part of a GS1 value beyond its characters and length (GS1 General
 * Specifications, section 3). A rule is only asked about text of right characters and length.
 */
enum ValueRule {
    /** The last digit is the check digit (section 7.9.1). */
    CHECK(v -> Gtin.checkDigit(v.substring(0, v.length() - 1)) == v.charAt(v.length() - 1) - '0'),
    /** The last two characters are a check pair (section 7.9.5). */
    CHECKPAIR(CheckPair::holds),
    /** Begins with a company prefix, that is with two digits at least. */
    COMPANY(v -> v.length() >= 2 && Digits.only(v.substring(0, 2))),
    /** A company prefix behind an indicator digit. */
    COMPANY2(v -> v.length() >= 3 && Digits.only(v.substring(1, 3))),
    /** {@code YYMMDD}. */
    DATE(v -> ShortDate.isDate(v) && !v.endsWith("00")),
    /** {@code YYMMDD}; day 00 stands for the end of the month. */
    DATE0(ShortDate::isDate),
    /** {@code YYYYMMDD}. */
    FULLDATE(ShortDate::isFullDate),
    HOUR(v -> number(v) <= 23),
    MINUTE(v -> number(v) <= 59),
    SECOND(v -> number(v) <= 59),
    /** {@code HHMM}. */
    TIME(v -> number(v.substring(0, 2)) <= 23 && number(v.substring(2)) <= 59),
    COUNTRY(IsoNumbers::isCountry),
    /** A country, or 999 for several. */
    COUNTRY999(v -> v.equals("999") || IsoNumbers.isCountry(v)),
    /** A country in two letters. */
    COUNTRY2(IsoNumbers::isCountryInLetters),
    CURRENCY(IsoNumbers::isCurrency),
    /** An account number with its own check digits (ISO 13616). */
    IBAN(ValueRule::isIban),
    /** 0 for no, 1 for yes. */
    FLAG("[01]"),
    /** A percent sign only before two hexadecimal digits. */
    ESCAPES("(?:[^%]|%[0-9A-Fa-f]{2})*"),
    ZERO("0"),
    NONZERO(".*[^0].*"),
    /** No zero in front. */
    NOZEROS("0|[^0].*"),
    LETTER(".*[^0-9].*"),
    HYPHEN("-"),
    DIGITS("[0-9]*"),
    /** Winding of a roll. */
    WINDING("[019]"),
    /** ISO/IEC 5218. */
    SEX("[0129]"),
    /** Two digits for the piece, two for how many there are. */
    PIECE(v -> isPiece(number(v.substring(0, 2)), number(v.substring(2)))),
    /** {@code 1/2} for the first of two. */
    RANK(ValueRule::isRank),
    /** Ten-millionths of a degree north of the south pole. */
    LATITUDE(v -> Long.parseLong(v) <= 1_800_000_000L),
    /** Ten-millionths of a degree east of the antimeridian. */
    LONGITUDE(v -> Long.parseLong(v) <= 3_600_000_000L),
    /** What carries the data; 80 to 99 are for companies' own use. */
    MEDIUM("0[1-9]|10|[89][0-9]"),
    IMPORTER("[-0-9A-Z_a-z]");

    private static final Pattern RANK_FORM = Pattern.compile("([1-9][0-9]*)/([1-9][0-9]*)");

    /** Holds no state: each is a pure function. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<String> holds;

    ValueRule(Predicate<String> holds) {
        this.holds = holds;
    }

    ValueRule(String form) {
        this(Pattern.compile(form).asMatchPredicate());
    }

    /** The rule of this name in the table. */
    static ValueRule named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean holds(String value) {
        return holds.test(value);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static boolean isPiece(int piece, int total) {
        return piece > 0 && piece <= total;
    }

    private static boolean isRank(String value) {
        Matcher rank = RANK_FORM.matcher(value);
        return rank.matches() && number(rank.group(1)) <= number(rank.group(2));
    }

    private static boolean isIban(String value) {
        if (value.length() <= 4 || !value.chars().allMatch(ValueRule::isIbanCharacter)) {
            return false;
        }
        int remainder = 0;
        for (char c : (value.substring(4) + value.substring(0, 4)).toCharArray()) {
            int n = Character.digit(c, 36);
            remainder = (remainder * (n > 9 ? 100 : 10) + n) % 97;
        }
        return remainder == 1 && IsoNumbers.isCountryInLetters(value.substring(0, 2));
    }

    private static boolean isIbanCharacter(int c) {
        return Digits.is(c) || (c >= 'A' && c <= 'Z');
    }
}
