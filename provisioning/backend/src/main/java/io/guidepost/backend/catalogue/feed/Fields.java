package io.guidepost.backend.catalogue.feed;

import io.guidepost.contract.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes checked values out of an entry; each failure names the field and what is needed. */
final class Fields {
    private static final Pattern PRICE =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([A-Z]{3})");
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,200}>");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss][.SSS][XXX][XX]");

    /** Length of a day without a time, which is one in UTC. */
    private static final int DAY = 10;

    private final FeedEntry entry;
    private final String currency;

    /**
     * Reads this entry.
     *
     * @param currency ISO 4217 code that all prices must have
     */
    Fields(FeedEntry entry, String currency) {
        this.entry = entry;
        this.currency = currency;
    }

    /** Refuses an entry that was cut. */
    void mustBeWhole() {
        if (!entry.tooLong().isEmpty()) {
            throw new BadField(
                    entry.tooLong(),
                    "is longer than " + FeedEntry.MAX_FIELD + " characters; shorten it");
        }
    }

    Optional<String> raw(String name) {
        return Optional.ofNullable(entry.fields().get(name));
    }

    boolean hasAny(String prefix) {
        return entry.fields().keySet().stream().anyMatch(k -> k.startsWith(prefix));
    }

    /** Text without tags, white space made single. */
    Optional<String> optional(String name, int max) {
        Optional<String> text =
                raw(name)
                        .map(t -> SPACES.matcher(TAG.matcher(t).replaceAll(" ")).replaceAll(" "))
                        .map(String::strip)
                        .filter(t -> !t.isEmpty());
        if (text.isPresent() && text.get().length() > max) {
            throw new BadField(
                    name,
                    "has " + text.get().length() + " characters, may have " + max + "; shorten it");
        }
        return text;
    }

    String text(String name, int max) {
        return optional(name, max).orElseThrow(() -> missing(name));
    }

    static BadField missing(String name) {
        return new BadField(name, "is missing; it is needed");
    }

    /** A value that another type reads and checks. */
    <T> T value(String name, Function<String, T> reader) {
        return optionalValue(name, reader).orElseThrow(() -> missing(name));
    }

    <T> Optional<T> optionalValue(String name, Function<String, T> reader) {
        try {
            return raw(name).map(reader);
        } catch (IllegalArgumentException e) {
            throw new BadField(name, reason(e));
        }
    }

    private static String reason(IllegalArgumentException e) {
        String text = String.valueOf(e.getMessage());
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    Money price(String name) {
        return optionalPrice(name).orElseThrow(() -> missing(name));
    }

    Optional<Money> optionalPrice(String name) {
        return raw(name).map(text -> priceOf(name, text));
    }

    Money priceOf(String name, String text) {
        Matcher matcher = PRICE.matcher(text);
        if (!matcher.matches()) {
            throw new BadField(name, "is not a price such as 12.90 " + currency);
        }
        if (!matcher.group(2).equals(currency)) {
            throw new BadField(
                    name, "is in " + matcher.group(2) + ", this mall sells in " + currency);
        }
        Money money;
        try {
            money = Money.parse(matcher.group(1), currency);
        } catch (IllegalArgumentException e) {
            throw new BadField(name, reason(e));
        }
        if (!money.isPositive()) {
            throw new BadField(name, "must be more than 0");
        }
        return money;
    }

    int whole(String name, int least, int most) {
        return optionalWhole(name, least, most).orElseThrow(() -> missing(name));
    }

    Optional<Integer> optionalWhole(String name, int least, int most) {
        return raw(name)
                .map(
                        text -> {
                            try {
                                int number = Integer.parseInt(text);
                                if (number >= least && number <= most) {
                                    return number;
                                }
                            } catch (NumberFormatException e) {
                                // Said below, with the limits.
                            }
                            throw new BadField(
                                    name, "needs a whole number from " + least + " to " + most);
                        });
    }

    LocalDate day(String name) {
        return value(
                name,
                text -> {
                    try {
                        return LocalDate.parse(text);
                    } catch (DateTimeParseException e) {
                        throw new BadField(name, "needs a day such as 2026-03-31");
                    }
                });
    }

    Instant instant(String name) {
        return value(name, text -> instantOf(name, text));
    }

    /** An end: a day counts as a whole. */
    static Instant endOf(String name, String text) {
        Instant end = instantOf(name, text);
        return text.length() == DAY ? end.plus(Duration.ofDays(1)) : end;
    }

    static Instant instantOf(String name, String text) {
        try {
            if (text.length() == DAY) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return TIME.parseBest(text, OffsetDateTime::from, java.time.LocalDateTime::from)
                            instanceof OffsetDateTime time
                    ? time.toInstant()
                    : java.time.LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new BadField(name, "needs a time such as 2026-03-31T18:00+02:00");
        }
    }

    /** Repeated or comma-separated values. */
    List<String> list(String name, String separator) {
        return raw(name).stream()
                .flatMap(t -> Arrays.stream(t.split(separator, -1)))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .toList();
    }
}
