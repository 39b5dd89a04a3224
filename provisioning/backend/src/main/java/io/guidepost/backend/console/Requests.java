package io.guidepost.backend.console;

import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What a request says, within its limits; each method refuses with {@link BadInput}. */
final class Requests {
    private static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_SEARCH = 100;
    private static final int MOST_PAGES = 10_000;

    private Requests() {}

    static <T> T body(Context context, Class<T> type) {
        if (context.contentLength() > LONGEST_BODY) {
            throw new BadInput("body", "at most " + LONGEST_BODY + " bytes");
        }
        try {
            T body = Json.read(context.bodyAsBytes(), type);
            if (body == null) {
                throw new BadInput("body", "needs a JSON object");
            }
            return body;
        } catch (BadJson e) {
            throw new BadInput("body", String.valueOf(e.getMessage()));
        }
    }

    static OfferId offerId(Context context) {
        try {
            return new OfferId(context.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new BadInput("id", "needs the form merchant:sku");
        }
    }

    static KioskId kioskId(Context context) {
        try {
            return new KioskId(context.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new BadInput("id", "needs 2 to 39 small letters, digits and hyphens");
        }
    }

    static Instant before(Context context) {
        String text = context.queryParam("before");
        try {
            return text == null ? Instant.parse("9999-01-01T00:00:00Z") : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInput("before", "needs a time such as 2026-05-01T08:00:00Z");
        }
    }

    static String words(Context context) {
        String words = Optional.ofNullable(context.queryParam("q")).orElse("");
        if (words.length() > LONGEST_SEARCH) {
            throw new BadInput("q", "at most " + LONGEST_SEARCH + " characters");
        }
        return words;
    }

    static int pageNumber(Context context) {
        String page = Optional.ofNullable(context.queryParam("page")).orElse("0");
        if (!page.matches("[0-9]{1,5}") || Integer.parseInt(page) > MOST_PAGES) {
            throw new BadInput("page", "needs a number from 0 to " + MOST_PAGES);
        }
        return Integer.parseInt(page);
    }
}
