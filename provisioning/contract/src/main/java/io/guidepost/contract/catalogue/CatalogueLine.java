package io.guidepost.contract.catalogue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * One line of a catalogue snapshot: newline-delimited JSON, gzipped. The first line is a {@link
 * Head}, the last an {@link End} with the number of lines between them, so that a cut file is
 * noticed even before its digest is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CatalogueLine.Head.class, name = "head"),
    @JsonSubTypes.Type(value = CatalogueLine.OfMerchant.class, name = "merchant"),
    @JsonSubTypes.Type(value = CatalogueLine.OfOffer.class, name = "offer"),
    @JsonSubTypes.Type(value = CatalogueLine.OfHistory.class, name = "history"),
    @JsonSubTypes.Type(value = CatalogueLine.OfReviews.class, name = "reviews"),
    @JsonSubTypes.Type(value = CatalogueLine.End.class, name = "end")
})
public sealed interface CatalogueLine {
    /**
     * First line.
     *
     * @param version of the catalogue; grows by one with each published change
     */
    record Head(long version, Instant takenAt) implements CatalogueLine {}

    record OfMerchant(Merchant merchant) implements CatalogueLine {}

    record OfOffer(Offer offer) implements CatalogueLine {}

    record OfHistory(PriceHistory history) implements CatalogueLine {}

    record OfReviews(ReviewDigest reviews) implements CatalogueLine {}

    /**
     * Last line.
     *
     * @param lines number of lines between head and end
     */
    record End(long lines) implements CatalogueLine {}
}
