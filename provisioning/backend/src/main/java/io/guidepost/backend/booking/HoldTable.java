package io.guidepost.backend.booking;

import io.guidepost.contract.booking.SlotId;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** The SQL of holds. */
final class HoldTable {
    private HoldTable() {}

    /** The hold, as last committed. */
    static Optional<HoldRow> find(Handle transaction, UUID id) {
        return transaction
                .createQuery("select * from holds where id = :id")
                .bind("id", id)
                .map(HoldTable::row)
                .findOne();
    }

    /** The hold, locked until the transaction ends. */
    static Optional<HoldRow> lock(Handle transaction, UUID id) {
        return transaction
                .createQuery("select * from holds where id = :id for update")
                .bind("id", id)
                .map(HoldTable::row)
                .findOne();
    }

    static void insert(Handle transaction, HoldRow hold, Instant now) {
        transaction
                .createUpdate(
                        "insert into holds (id, kiosk_id, session, offer_id, slot_id, quantity,"
                            + " member, currency, amount_minor, state, created_at, expires_at)"
                            + " values (:id, :kiosk, :session, :offer, :slot, :quantity, :member,"
                            + " :currency, :minor, :state, :now, :expires)")
                .bind("id", hold.id())
                .bind("kiosk", hold.kiosk())
                .bind("session", hold.session())
                .bind("offer", hold.offer())
                .bind("slot", hold.slot().map(SlotId::value).orElse(null))
                .bind("quantity", hold.quantity())
                .bind("member", hold.member().map(MemberRef::value).orElse(null))
                .bind("currency", hold.amount().currency().getCurrencyCode())
                .bind("minor", hold.amount().minor())
                .bind("state", hold.state().name())
                .bind("now", now)
                .bind("expires", hold.expiresAt())
                .execute();
    }

    static void state(Handle transaction, UUID id, HoldRow.State state) {
        transaction
                .createUpdate("update holds set state = :state where id = :id")
                .bind("id", id)
                .bind("state", state.name())
                .execute();
    }

    static void expiresAt(Handle transaction, UUID id, Instant at) {
        transaction
                .createUpdate("update holds set expires_at = :at where id = :id")
                .bind("id", id)
                .bind("at", at)
                .execute();
    }

    static void askedBack(Handle transaction, UUID id) {
        transaction
                .createUpdate("update holds set asked_back = true where id = :id")
                .bind("id", id)
                .execute();
    }

    static int running(Handle transaction, KioskId kiosk, Instant now) {
        return transaction
                .createQuery(
                        "select count(*) from holds where kiosk_id = :kiosk and state = 'HELD' and"
                                + " expires_at > :now")
                .bind("kiosk", kiosk)
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    /** At most a thousand holds whose time is over. */
    static List<HoldRow> overdue(Handle transaction, Instant now) {
        return transaction
                .createQuery(
                        "select * from holds where state = 'HELD' and expires_at <= :now order by"
                                + " expires_at limit 1000 for update")
                .bind("now", now)
                .map(HoldTable::row)
                .list();
    }

    private static HoldRow row(RowView row) {
        return new HoldRow(
                row.getColumn("id", UUID.class),
                row.getColumn("kiosk_id", KioskId.class),
                row.getColumn("session", SessionId.class),
                row.getColumn("offer_id", OfferId.class),
                Optional.ofNullable(row.getColumn("slot_id", SlotId.class)),
                row.getColumn("quantity", Integer.class),
                Optional.ofNullable(row.getColumn("member", MemberRef.class)),
                Money.of(
                        row.getColumn("amount_minor", Long.class),
                        row.getColumn("currency", String.class)),
                HoldRow.State.valueOf(row.getColumn("state", String.class)),
                row.getColumn("asked_back", Boolean.class),
                row.getColumn("expires_at", Instant.class));
    }
}
