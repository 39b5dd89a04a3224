package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a shop's own scales and labellers write an EAN-13 or UPC-A that begins with 02 or 20 to 29:
 * GS1 leaves that to each country and shop (GS1 General Specifications, section 2.1.12). Such as
 * {@code 20IIIIIVPPP.PPC} or {@code 28IIIIIWW.WWWC}:
 *
 * <ul>
 *   <li>a digit stands for itself
 *   <li>{@code I} digits of the item's number
 *   <li>{@code P} digits of the price, {@code W} of the weight in kilograms, {@code N} of the
 *       number of pieces; a dot in price or weight is the decimal point and takes no place
 *   <li>{@code V} the check digit of price or weight, over four or five digits (section 7.9)
 *   <li>{@code -} any digit; it says nothing
 *   <li>{@code C} the check digit of the whole, in the last place
 * </ul>
 *
 * A UPC-A's layout has 12 places and begins with 2. Immutable.
 */
public final class LabelLayout {
    private static final Pattern PLACES = Pattern.compile("[0-9IPWNV-]+(?:\\.[PW]+[0-9IPWNV-]*)?C");
    private static final Pattern ITEM = Pattern.compile("[^I]*(I+)[^I]*");
    private static final Pattern MEASURE = Pattern.compile("[^PWN]*?(P+|W+|N+)[^PWN]*");

    /** Digits times 2, 5 and 5, with the tens taken away from or added to the ones. */
    private static final String TIMES_2_MINUS = "0246891357";

    private static final String TIMES_3 = "0369258147";
    private static final String TIMES_5_MINUS = "0594837261";
    private static final String TIMES_5_PLUS = "0516273849";

    private final String text;
    private final String places;
    private final int decimals;
    private final MatchResult item;
    private final Optional<MatchResult> measure;

    private LabelLayout(
            String text,
            String places,
            int decimals,
            MatchResult item,
            Optional<MatchResult> measure) {
        this.text = text;
        this.places = places;
        this.decimals = decimals;
        this.item = item;
        this.measure = measure;
    }

    /**
     * Reads a layout.
     *
     * @throws IllegalArgumentException naming what is wrong with it
     */
    public static LabelLayout parse(String text) {
        String whole = text.startsWith("2") && places(text) == 12 ? "0" + text : text;
        require(
                text,
                PLACES.matcher(whole).matches(),
                "has other signs than digits and IPWNV-.C, a dot outside price or weight,"
                        + " or does not end with C");
        String places = whole.replace(".", "");
        require(
                text,
                places.length() == 13,
                "has " + places(text) + " places, needs 13, or 12 where it begins with 2");
        require(text, isRestricted(places), "must begin with 02 or 20 to 29");
        Matcher item = ITEM.matcher(places);
        require(text, item.matches(), "needs one run of I");
        Matcher measure = MEASURE.matcher(places);
        boolean measured = places.chars().anyMatch(c -> "PWN".indexOf(c) >= 0);
        require(text, !measured || measure.matches(), "may have one run of P, W or N");
        long verifiers = places.chars().filter(c -> c == 'V').count();
        require(
                text,
                verifiers == 0 || (verifiers == 1 && measured && isVerifiable(measure.group(1))),
                "may have one V, over four or five digits of P or W");
        int dot = whole.indexOf('.');
        return new LabelLayout(
                text,
                places,
                dot < 0 ? 0 : measure.end(1) - dot,
                item.toMatchResult(),
                measured ? Optional.of(measure.toMatchResult()) : Optional.empty());
    }

    private static int places(String text) {
        return text.replace(".", "").length();
    }

    private static boolean isVerifiable(String run) {
        return (run.length() == 4 || run.length() == 5) && !run.startsWith("N");
    }

    private static void require(String text, boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("label layout '" + text + "' " + otherwise);
        }
    }

    /** Whether 13 digits are a number that only means something inside a shop or country. */
    static boolean isRestricted(String ean13) {
        return ean13.length() == 13 && (ean13.startsWith("02") || ean13.startsWith("2"));
    }

    /** Whether 13 digits are written like this. */
    boolean fits(String ean13) {
        for (int i = 0; i < places.length(); i++) {
            if (Digits.is(places.charAt(i)) && places.charAt(i) != ean13.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Reads 13 digits that fit and have a right check digit. */
    ScannedCode read(String ean13) {
        int verifier = places.indexOf('V');
        Optional<String> measured = measure.map(run -> ean13.substring(run.start(1), run.end(1)));
        if (verifier >= 0
                && measured.isPresent()
                && verifier(measured.get()) != ean13.charAt(verifier) - '0') {
            return new ScannedCode.Unknown(Reason.WRONG_CHECK_DIGIT);
        }
        StringBuilder base = new StringBuilder(ean13.substring(0, 12));
        for (int i = 0; i < base.length(); i++) {
            if ("PWNV-".indexOf(places.charAt(i)) >= 0) {
                base.setCharAt(i, '0');
            }
        }
        return new ScannedCode.Label(
                Gtin.parse(base.toString() + Gtin.checkDigit(base.toString())),
                ean13.substring(item.start(1), item.end(1)),
                measured.map(this::measure));
    }

    private Measure measure(String digits) {
        BigDecimal value = new BigDecimal(digits).movePointLeft(decimals);
        return switch (places.charAt(measure.orElseThrow().start(1))) {
            case 'P' -> new Measure.Price(value);
            case 'W' -> new Measure.Kilograms(value);
            default -> new Measure.Pieces(value.longValueExact());
        };
    }

    /** The check digit of four or five digits of price or weight (section 7.9.3 and 7.9.4). */
    static int verifier(String digits) {
        if (digits.length() == 4) {
            int sum =
                    weighed(digits, 0, TIMES_2_MINUS)
                            + weighed(digits, 1, TIMES_2_MINUS)
                            + weighed(digits, 2, TIMES_3)
                            + weighed(digits, 3, TIMES_5_MINUS);
            return sum * 3 % 10;
        }
        int sum =
                weighed(digits, 0, TIMES_5_PLUS)
                        + weighed(digits, 1, TIMES_2_MINUS)
                        + weighed(digits, 2, TIMES_5_MINUS)
                        + weighed(digits, 3, TIMES_5_PLUS)
                        + weighed(digits, 4, TIMES_2_MINUS);
        return TIMES_5_MINUS.indexOf('0' + (10 - sum % 10) % 10);
    }

    private static int weighed(String digits, int at, String weights) {
        return weights.charAt(digits.charAt(at) - '0') - '0';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelLayout layout && text.equals(layout.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
