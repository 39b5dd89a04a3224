package io.guidepost.backend.catalogue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * When a service can be booked: at fixed times, or every so often within the opening hours as long
 * as it ends before they do.
 *
 * @param zone time zone of the hours
 * @param duration how long one visit takes
 * @param every distance of the starts; needed where {@code at} is empty
 * @param at fixed starts; a visit may end after closing
 * @param capacity places of each start
 */
public record SlotRule(
        ZoneId zone,
        Duration duration,
        List<Opening> opening,
        Optional<Duration> every,
        List<LocalTime> at,
        int capacity) {
    /** Most starts of one day. */
    public static final int MAX_STARTS = 288;

    /** Open on these days between these times; not past midnight. */
    public record Opening(List<DayOfWeek> days, LocalTime from, LocalTime until) {}

    /** All starts of one day, in order. */
    public List<Instant> starts(LocalDate day) {
        TreeSet<Instant> starts = new TreeSet<>();
        for (Opening hours : opening) {
            if (!hours.days().contains(day.getDayOfWeek())) {
                continue;
            }
            for (LocalTime time : at) {
                if (!time.isBefore(hours.from()) && time.isBefore(hours.until())) {
                    starts.add(ZonedDateTime.of(day, time, zone).toInstant());
                }
            }
            every.ifPresent(step -> addEvery(starts, day, hours, step));
        }
        return starts.stream().limit(MAX_STARTS).toList();
    }

    private void addEvery(TreeSet<Instant> starts, LocalDate day, Opening hours, Duration step) {
        Instant last = ZonedDateTime.of(day, hours.until(), zone).toInstant().minus(duration);
        Instant start = ZonedDateTime.of(day, hours.from(), zone).toInstant();
        while (!start.isAfter(last) && starts.size() < MAX_STARTS) {
            starts.add(start);
            start = start.plus(step);
        }
    }
}
