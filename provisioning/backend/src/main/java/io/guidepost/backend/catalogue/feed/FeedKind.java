package io.guidepost.backend.catalogue.feed;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a feed holds. The formats are described in {@code docs/feeds}. */
public enum FeedKind {
    /** Merchants of the mall, JSON. */
    MERCHANTS("merchants"),
    /** Google Merchant product feed, RSS 2.0 or TSV. */
    PRODUCTS("products"),
    /** Google local product inventory, TSV. */
    INVENTORY("inventory"),
    /** Services with opening hours and slots, JSON. */
    SERVICES("services"),
    /** Earlier prices, TSV. */
    PRICE_HISTORY("price-history"),
    /** Google product review feed, XML. */
    REVIEWS("reviews"),
    /** Members, JSON. */
    MEMBERS("members"),
    /** Staff, JSON. */
    STAFF("staff"),
    /** Campaigns, JSON. */
    CAMPAIGNS("campaigns");

    private final String text;

    FeedKind(String text) {
        this.text = text;
    }

    /** As written on the command line and in a mall's list of feeds. */
    public String text() {
        return text;
    }

    /** The kind of that name. */
    public static Optional<FeedKind> named(String text) {
        return Arrays.stream(values()).filter(k -> k.text.equals(text)).findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(FeedKind::text).collect(Collectors.joining(", "));
    }
}
