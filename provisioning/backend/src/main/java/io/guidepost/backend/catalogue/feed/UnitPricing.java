package io.guidepost.backend.catalogue.feed;

import io.guidepost.contract.money.Money;
import io.guidepost.contract.money.UnitPrice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The price per unit of measure from Google's unit pricing fields (Directive 98/6/EC). */
final class UnitPricing {
    private static final String MEASURE = "unit_pricing_measure";
    private static final String BASE = "unit_pricing_base_measure";
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,7}(?:\\.\\d{1,4})?)\\s*([a-zA-Z]{1,5})");

    private record Unit(String dimension, BigDecimal factor, String shown) {}

    private record Amount(BigDecimal number, Unit unit) {
        BigDecimal inBase() {
            return number.multiply(unit.factor);
        }

        String shown() {
            return number.stripTrailingZeros().toPlainString() + " " + unit.shown;
        }
    }

    private static final Map<String, Unit> UNITS =
            Map.ofEntries(
                    unit("mg", "mass", "0.000001", "mg"),
                    unit("g", "mass", "0.001", "g"),
                    unit("kg", "mass", "1", "kg"),
                    unit("ml", "volume", "0.001", "ml"),
                    unit("cl", "volume", "0.01", "cl"),
                    unit("l", "volume", "1", "l"),
                    unit("cbm", "volume", "1000", "m³"),
                    unit("cm", "length", "0.01", "cm"),
                    unit("m", "length", "1", "m"),
                    unit("sqm", "area", "1", "m²"),
                    unit("ct", "count", "1", "pc"));
    private static final Map<String, Amount> DEFAULT_BASE =
            Map.of(
                    "mass", one("kg"),
                    "volume", one("l"),
                    "length", one("m"),
                    "area", one("sqm"),
                    "count", one("ct"));

    private UnitPricing() {}

    private static Map.Entry<String, Unit> unit(
            String name, String dimension, String factor, String shown) {
        return Map.entry(name, new Unit(dimension, new BigDecimal(factor), shown));
    }

    private static Amount one(String unit) {
        return new Amount(BigDecimal.ONE, unitOf(BASE, unit));
    }

    private static Unit unitOf(String field, String name) {
        Unit unit = UNITS.get(name.toLowerCase(Locale.ROOT));
        if (unit == null) {
            throw new BadField(
                    field, "has an unknown unit; known are mg g kg ml cl l cbm cm m sqm ct");
        }
        return unit;
    }

    static Optional<UnitPrice> of(Fields fields, Money price) {
        Optional<Amount> measure = fields.raw(MEASURE).map(t -> amount(MEASURE, t));
        if (measure.isEmpty()) {
            return Optional.empty();
        }
        String dimension = measure.get().unit.dimension;
        Amount base =
                fields.raw(BASE)
                        .map(t -> amount(BASE, t))
                        .or(() -> Optional.ofNullable(DEFAULT_BASE.get(dimension)))
                        .orElseThrow(() -> Fields.missing(BASE));
        if (!base.unit.dimension.equals(dimension)) {
            throw new BadField(
                    BASE,
                    "measures " + base.unit.dimension + ", " + MEASURE + " measures " + dimension);
        }
        BigDecimal share = base.inBase().divide(measure.get().inBase(), MathContext.DECIMAL64);
        long minor =
                BigDecimal.valueOf(price.minor())
                        .multiply(share)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        return Optional.of(new UnitPrice(new Money(minor, price.currency()), base.shown()));
    }

    private static Amount amount(String field, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || new BigDecimal(matcher.group(1)).signum() == 0) {
            throw new BadField(field, "is not an amount such as 750ml");
        }
        return new Amount(new BigDecimal(matcher.group(1)), unitOf(field, matcher.group(2)));
    }
}
