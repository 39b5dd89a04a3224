package io.guidepost.contract.catalogue;

import java.util.Locale;

/**
 * The categories that the mall sorts offers into. They are few, so that a kiosk shows them all as
 * tiles, and kiosks have a name for each of them in every language.
 */
public enum Category {
    FOOD,
    CINEMA,
    BEAUTY,
    SPA,
    FITNESS,
    TRAVEL,
    CAR_RENTAL,
    GROCERY,
    ELECTRONICS,
    HOME,
    GARDEN,
    FASHION,
    SPORT,
    DRUGSTORE,
    BABY,
    TOYS,
    BOOKS,
    OFFICE,
    TOOLS,
    PETS,
    /** For what fits none of the others. */
    OTHER;

    /** As in {@link Offer#category()}: lower case with hyphens, such as {@code car-rental}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
