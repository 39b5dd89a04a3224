package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.SlotRule;
import io.guidepost.backend.store.Database;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Makes the slots of the next days from the services' rules. A slot's id says offer and start, so
 * that making it again changes nothing; one that the rule does not give any more is closed and
 * keeps its bookings. Thread-safe.
 */
public final class SlotPlanner {
    /** Days from today for which slots are there. */
    public static final int DAYS = 14;

    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    private final Database database;
    private final Clock clock;

    /** Plans from the clock's now on. */
    public SlotPlanner(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes what is missing for all services; once a day is enough, more does no harm. */
    public void topUp() {
        List<OfferId> services =
                database.inTransaction(
                        h ->
                                h.createQuery(
                                                "select r.offer_id from slot_rules r join offers o"
                                                    + " on o.id = r.offer_id where o.active order"
                                                    + " by r.offer_id")
                                        .mapTo(OfferId.class)
                                        .list());
        for (OfferId service : services) {
            database.useTransaction(
                    h ->
                            h.createQuery("select rule from slot_rules where offer_id = :offer")
                                    .bind("offer", service)
                                    .mapTo(String.class)
                                    .findOne()
                                    .ifPresent(
                                            rule ->
                                                    plan(
                                                            h,
                                                            service,
                                                            Json.read(rule, SlotRule.class))));
        }
    }

    /** Keeps a service's rule and makes its slots. */
    void keep(Handle handle, OfferId service, SlotRule rule) {
        handle.createUpdate("delete from slot_rules where offer_id = :offer")
                .bind("offer", service)
                .execute();
        handle.createUpdate("insert into slot_rules (offer_id, rule) values (:offer, :rule)")
                .bind("offer", service)
                .bind("rule", Json.writeText(rule))
                .execute();
        plan(handle, service, rule);
    }

    private void plan(Handle handle, OfferId service, SlotRule rule) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, rule.zone());
        Map<String, Instant> planned = new LinkedHashMap<>();
        for (int day = 0; day < DAYS; day++) {
            for (Instant start : rule.starts(today.plusDays(day))) {
                if (start.isAfter(now)) {
                    planned.put(service + ":" + START.format(start), start);
                }
            }
        }
        Set<String> there = new HashSet<>(future(handle, service, now));
        add(handle, service, rule, planned, there);
        close(handle, planned.keySet(), there);
        handle.createUpdate(
                        "update slots set capacity = :capacity where offer_id = :offer and"
                                + " starts_at > :now and capacity <> :capacity")
                .bind("capacity", rule.capacity())
                .bind("offer", service)
                .bind("now", now)
                .execute();
    }

    private static List<String> future(Handle handle, OfferId service, Instant now) {
        return handle.createQuery(
                        "select id from slots where offer_id = :offer and starts_at > :now")
                .bind("offer", service)
                .bind("now", now)
                .mapTo(String.class)
                .list();
    }

    private static void add(
            Handle handle,
            OfferId service,
            SlotRule rule,
            Map<String, Instant> planned,
            Set<String> there) {
        PreparedBatch insert =
                handle.prepareBatch(
                        "insert into slots (id, offer_id, starts_at, ends_at, capacity) values"
                                + " (:id, :offer, :start, :end, :capacity)");
        PreparedBatch open =
                handle.prepareBatch("update slots set closed = false where id = :id and closed");
        planned.forEach(
                (id, start) -> {
                    if (there.contains(id)) {
                        open.bind("id", id).add();
                    } else {
                        insert.bind("id", id)
                                .bind("offer", service)
                                .bind("start", start)
                                .bind("end", start.plus(rule.duration()))
                                .bind("capacity", rule.capacity())
                                .add();
                    }
                });
        if (insert.size() > 0) {
            insert.execute();
        }
        if (open.size() > 0) {
            open.execute();
        }
    }

    private static void close(Handle handle, Set<String> planned, Set<String> there) {
        PreparedBatch close =
                handle.prepareBatch("update slots set closed = true where id = :id and not closed");
        there.stream()
                .filter(id -> !planned.contains(id))
                .forEach(id -> close.bind("id", id).add());
        if (close.size() > 0) {
            close.execute();
        }
    }
}
