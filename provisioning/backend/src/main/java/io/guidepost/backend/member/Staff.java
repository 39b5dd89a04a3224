package io.guidepost.backend.member;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.booking.Reply.StaffResult;
import io.guidepost.contract.member.StaffRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Staff sign in with badge and PIN. Wrong PINs are counted by badge, over all kiosks and restarts;
 * an unknown badge is treated as a known one with a wrong PIN, in answer and in time. Thread-safe.
 */
public final class Staff {
    /** Wrong PINs until the badge is locked. */
    public static final int MAX_TRIES = 5;

    /** How long it stays locked. */
    public static final Duration LOCK = Duration.ofMinutes(5);

    private static final Duration SHIFT = Duration.ofMinutes(15);
    private static final Duration FORGET = Duration.ofDays(1);
    private static final int MAX_LENGTH = 64;
    private static final String NO_PIN = PinHash.of("no badge has this pin");

    private final Database database;
    private final CodeDigest digest;
    private final Clock clock;

    public Staff(Database database, CodeDigest digest, Clock clock) {
        this.database = database;
        this.digest = digest;
        this.clock = clock;
    }

    /** The opaque number that a badge's owner always gets, however often a feed is imported. */
    public StaffRef refOf(String badge) {
        return new StaffRef("s-" + digest.of("ref:" + badge).substring(0, 20));
    }

    /** Adds a member of staff, or gives a known one a new badge, name and PIN. */
    public void add(
            Handle transaction, StaffRef ref, String badge, String displayName, String pin) {
        transaction.createUpdate("delete from staff where ref = :ref").bind("ref", ref).execute();
        transaction
                .createUpdate(
                        "insert into staff (ref, badge_hash, display_name, pin_hash) values (:ref,"
                                + " :badge, :name, :pin)")
                .bind("ref", ref)
                .bind("badge", digest.of(badge))
                .bind("name", displayName)
                .bind("pin", PinHash.of(pin))
                .execute();
    }

    /** Whether there is such a member of staff. */
    public boolean knows(Handle transaction, StaffRef ref) {
        return transaction
                .createQuery("select 1 from staff where ref = :ref")
                .bind("ref", ref)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Signs in. The try is counted and committed before the PIN is looked at. */
    public StaffResult login(String badge, String pin) {
        if (badge.length() > MAX_LENGTH || pin.length() > MAX_LENGTH) {
            return new StaffResult.StaffRefused(0);
        }
        String badgeHash = digest.of(badge);
        Tries tries = database.inDurableTransaction(h -> count(h, badgeHash));
        if (tries.lockedUntil() != null && tries.failed() > MAX_TRIES) {
            return new StaffResult.StaffLocked(tries.lockedUntil());
        }
        Optional<Row> staff = database.inTransaction(h -> find(h, badgeHash));
        boolean right = PinHash.matches(pin, staff.map(Row::pinHash).orElse(NO_PIN));
        if (staff.isEmpty() || !right) {
            return tries.lockedUntil() == null
                    ? new StaffResult.StaffRefused(MAX_TRIES - tries.failed())
                    : new StaffResult.StaffLocked(tries.lockedUntil());
        }
        database.useTransaction(
                h ->
                        h.createUpdate("delete from staff_tries where badge_hash = :badge")
                                .bind("badge", badgeHash)
                                .execute());
        return new StaffResult.StaffAccepted(
                staff.get().ref(), staff.get().displayName(), clock.instant().plus(SHIFT));
    }

    private record Row(StaffRef ref, String displayName, String pinHash) {}

    /** Tries with this one counted; locked from the {@link #MAX_TRIES}th on. */
    private record Tries(int failed, @Nullable Instant lockedUntil) {}

    private Tries count(Handle transaction, String badge) {
        Instant now = clock.instant();
        transaction
                .createUpdate(
                        "delete from staff_tries where locked_until <= :now or last_at < :old")
                .bind("now", now)
                .bind("old", now.minus(FORGET))
                .execute();
        transaction
                .createUpdate(
                        "insert into staff_tries (badge_hash, failed, last_at) values (:badge, 0,"
                                + " :now) on conflict do nothing")
                .bind("badge", badge)
                .bind("now", now)
                .execute();
        transaction
                .createUpdate(
                        "update staff_tries set failed = failed + 1, last_at = :now, locked_until ="
                            + " case when failed + 1 = :max then :until else locked_until end where"
                            + " badge_hash = :badge")
                .bind("badge", badge)
                .bind("now", now)
                .bind("max", MAX_TRIES)
                .bind("until", now.plus(LOCK))
                .execute();
        return transaction
                .createQuery("select failed, locked_until from staff_tries where badge_hash = :b")
                .bind("b", badge)
                .map(
                        row ->
                                new Tries(
                                        row.getColumn("failed", Integer.class),
                                        row.getColumn("locked_until", Instant.class)))
                .one();
    }

    private static Optional<Row> find(Handle transaction, String badge) {
        return transaction
                .createQuery(
                        "select ref, display_name, pin_hash from staff where badge_hash = :badge")
                .bind("badge", badge)
                .map(
                        row ->
                                new Row(
                                        row.getColumn("ref", StaffRef.class),
                                        row.getColumn("display_name", String.class),
                                        row.getColumn("pin_hash", String.class)))
                .findOne();
    }
}
