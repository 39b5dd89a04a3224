package io.guidepost.backend.catalogue.feed;

import java.util.Map;

/**
 * One entry of a feed as it stands there: an item, a row, an object. Nested fields are joined by
 * dots ({@code loyalty_program.price}), repeated ones by line feeds.
 *
 * @param line where it begins, from 1
 * @param tooLong name of a field that was longer than {@link #MAX_FIELD} and was cut; else empty
 */
record FeedEntry(long line, Map<String, String> fields, String tooLong) {
    /** Characters of a field that are kept. */
    static final int MAX_FIELD = 10_000;

    /** Fields of an entry that are kept. */
    static final int MAX_FIELDS = 200;
}
