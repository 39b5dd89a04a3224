package io.guidepost.contract.code;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/**
 * What a code says of the very item beside its number, such as batch and expiry date. Every value
 * is of right form; which are there is up to whoever printed the label.
 *
 * @param elements values by Application Identifier (GS1 General Specifications, section 3), in the
 *     order of the code
 */
public record ItemAttributes(SequencedMap<String, String> elements) {
    /** Of a code that holds nothing but the number. */
    public static final ItemAttributes NONE = new ItemAttributes(Collections.emptyNavigableMap());

    private static final BigDecimal KILOGRAMS_OF_A_POUND = new BigDecimal("0.45359237");

    /** A price on a label. */
    public record Price(BigDecimal amount, Optional<Currency> currency) {}

    public ItemAttributes {
        elements = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(elements));
    }

    /** Batch or lot number, (10). */
    public Optional<String> batch() {
        return text("10");
    }

    /** Serial number, (21). */
    public Optional<String> serial() {
        return text("21");
    }

    /** Production date, (11). */
    public Optional<ShortDate> produced() {
        return text("11").map(ShortDate::parse);
    }

    /** Packaging date, (13). */
    public Optional<ShortDate> packed() {
        return text("13").map(ShortDate::parse);
    }

    /** Best-before date, (15). */
    public Optional<ShortDate> bestBefore() {
        return text("15").map(ShortDate::parse);
    }

    /** Sell-by date, (16). */
    public Optional<ShortDate> sellBy() {
        return text("16").map(ShortDate::parse);
    }

    /** Use-by or expiry date, (17), or the day of the expiry time, (7003). */
    public Optional<ShortDate> expiry() {
        return text("17")
                .or(() -> text("7003").map(time -> time.substring(0, 6)))
                .map(ShortDate::parse);
    }

    /** How many pieces are in an item of varying count, (30). */
    public OptionalInt pieces() {
        return text("30").map(Integer::parseInt).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Net weight in kilograms, (310n), or from pounds, (320n). */
    public Optional<BigDecimal> netWeight() {
        return decimal("310").or(() -> decimal("320").map(KILOGRAMS_OF_A_POUND::multiply));
    }

    /** The item's price, (393n) with its currency, or (392n) without: the shop's own. */
    public Optional<Price> price() {
        Optional<Price> named =
                measured("393")
                        .map(
                                element ->
                                        new Price(
                                                scaled(
                                                        element.getKey(),
                                                        element.getValue().substring(3)),
                                                currency(element.getValue().substring(0, 3))));
        return named.or(() -> decimal("392").map(amount -> new Price(amount, Optional.empty())));
    }

    /** Which identifiers there are; not their values, which may tell one item from all others. */
    @Override
    public String toString() {
        return "ItemAttributes" + elements.keySet();
    }

    private Optional<String> text(String code) {
        return Optional.ofNullable(elements.get(code));
    }

    /** The element whose identifier has these three digits; the fourth counts the decimals. */
    private Optional<Map.Entry<String, String>> measured(String three) {
        return elements.entrySet().stream()
                .filter(e -> e.getKey().length() == 4 && e.getKey().startsWith(three))
                .findFirst();
    }

    private Optional<BigDecimal> decimal(String three) {
        return measured(three).map(element -> scaled(element.getKey(), element.getValue()));
    }

    private static BigDecimal scaled(String code, String digits) {
        return new BigDecimal(digits).movePointLeft(code.charAt(3) - '0');
    }

    private static Optional<Currency> currency(String number) {
        int wanted = Integer.parseInt(number);
        return Currency.availableCurrencies()
                .filter(currency -> currency.getNumericCode() == wanted)
                .findFirst();
    }
}
