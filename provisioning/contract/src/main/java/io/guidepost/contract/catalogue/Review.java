package io.guidepost.contract.catalogue;

import java.time.LocalDate;

/**
 * One review.
 *
 * @param rating 1 to 5
 * @param author the name as its author lets it be shown
 * @param verified from a verified purchase or booking
 */
public record Review(
        String id,
        int rating,
        String title,
        String text,
        String author,
        LocalDate date,
        boolean verified) {}
