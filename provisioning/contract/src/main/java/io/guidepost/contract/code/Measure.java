package io.guidepost.contract.code;

import java.math.BigDecimal;

/** What a shop's own label says of the item in hand. */
public sealed interface Measure {
    /** The price to pay, in the shop's currency. */
    record Price(BigDecimal amount) implements Measure {}

    /** Net weight. */
    record Kilograms(BigDecimal weight) implements Measure {}

    /** How many. */
    record Pieces(long count) implements Measure {}
}
