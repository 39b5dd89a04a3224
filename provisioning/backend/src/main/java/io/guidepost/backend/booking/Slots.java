package io.guidepost.backend.booking;

import io.guidepost.contract.booking.Slot;
import io.guidepost.contract.booking.SlotId;
import io.guidepost.contract.catalogue.OfferId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Bookable times of services and their free places. */
final class Slots {
    static final int MAX_DAYS = 31;

    private static final String TAKEN =
            "(select coalesce(sum(quantity), 0) from holds where slot_id = s.id and state = 'HELD'"
                + " and expires_at > :now) + (select coalesce(sum(quantity), 0) from bookings where"
                + " slot_id = s.id)";

    private final Clock clock;
    private final ZoneId zone;

    Slots(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** In order of their start; those that have begun are left out. */
    List<Slot> list(Handle transaction, OfferId offer, LocalDate from, int days) {
        Instant now = clock.instant();
        return transaction
                .createQuery(
                        "select s.*, s.capacity - ("
                                + TAKEN
                                + ") as free from slots s where offer_id = :offer and starts_at >="
                                + " :from and starts_at < :until and starts_at > :now order by"
                                + " starts_at, id limit 1000")
                .bind("offer", offer)
                .bind("from", from.atStartOfDay(zone).toInstant())
                .bind("until", from.plusDays(days).atStartOfDay(zone).toInstant())
                .bind("now", now)
                .map(Slots::row)
                .list();
    }

    /** The slot, locked until the transaction ends, with the places free now. */
    Optional<Slot> lock(Handle transaction, SlotId id) {
        int locked =
                transaction
                        .createQuery("select id from slots where id = :id for update")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list()
                        .size();
        return locked == 0
                ? Optional.empty()
                : transaction
                        .createQuery(
                                "select s.*, s.capacity - ("
                                        + TAKEN
                                        + ") as free from slots s where s.id = :id")
                        .bind("id", id)
                        .bind("now", clock.instant())
                        .map(Slots::row)
                        .findOne();
    }

    private static Slot row(RowView row) {
        boolean closed = row.getColumn("closed", Boolean.class);
        return new Slot(
                row.getColumn("id", SlotId.class),
                row.getColumn("offer_id", OfferId.class),
                row.getColumn("starts_at", Instant.class),
                row.getColumn("ends_at", Instant.class),
                closed ? 0 : Math.max(0, row.getColumn("free", Integer.class)));
    }
}
