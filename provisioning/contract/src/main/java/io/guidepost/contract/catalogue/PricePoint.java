package io.guidepost.contract.catalogue;

import io.guidepost.contract.money.Money;
import java.time.LocalDate;

/**
 * From this day on the online price was this, until the next point.
 *
 * @param from first day, in the store's time zone
 */
public record PricePoint(LocalDate from, Money online) {}
