package io.guidepost.contract.money;

/**
 * The price per unit of measure, as Directive 98/6/EC asks for beside each selling price.
 *
 * @param price price of one {@code per}
 * @param per the reference quantity as shown, such as {@code 1 kg} or {@code 100 ml}
 */
public record UnitPrice(Money price, String per) {}
