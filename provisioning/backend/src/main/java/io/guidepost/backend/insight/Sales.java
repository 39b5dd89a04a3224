package io.guidepost.backend.insight;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** What was sold. Thread-safe. */
public final class Sales {
    private static final String QUERY =
            "select b.id, b.payment_id, b.kiosk_id, b.session, b.offer_id, o.title, m.name as"
                + " merchant, b.quantity, b.currency, b.amount_minor, b.member, s.starts_at,"
                + " v.reference, p.settled, b.booked_at, l.how, l.at as looked_at from bookings b"
                + " join offers o on o.id = b.offer_id join merchants m on m.id = o.merchant_id"
                + " join vouchers v on v.booking_id = b.id join payments p on p.id = b.payment_id"
                + " left join slots s on s.id = b.slot_id left join looks l on l.session ="
                + " b.session and l.offer_id = b.offer_id";

    private final Database database;

    public Sales(Database database) {
        this.database = database;
    }

    /** The newest sales first. */
    public List<Sale> newest(int limit) {
        return database.inTransaction(
                h ->
                        h.createQuery(QUERY + " order by b.booked_at desc, b.id desc limit :limit")
                                .bind("limit", limit)
                                .map(Sales::row)
                                .list());
    }

    /** The sale of a payment. */
    public Optional<Sale> ofPayment(UUID paymentId) {
        return database.inTransaction(
                h ->
                        h.createQuery(QUERY + " where b.payment_id = :payment")
                                .bind("payment", paymentId)
                                .map(Sales::row)
                                .findOne());
    }

    private static Sale row(RowView row) {
        return new Sale(
                row.getColumn("id", UUID.class),
                row.getColumn("payment_id", UUID.class),
                row.getColumn("kiosk_id", KioskId.class),
                row.getColumn("session", SessionId.class),
                row.getColumn("offer_id", OfferId.class),
                row.getColumn("title", String.class),
                row.getColumn("merchant", String.class),
                row.getColumn("quantity", Integer.class),
                Money.of(
                        row.getColumn("amount_minor", Long.class),
                        row.getColumn("currency", String.class)),
                Optional.ofNullable(row.getColumn("member", MemberRef.class)),
                Optional.ofNullable(row.getColumn("starts_at", Instant.class)),
                row.getColumn("reference", String.class),
                row.getColumn("settled", Boolean.class),
                row.getColumn("booked_at", Instant.class),
                look(row));
    }

    private static Optional<Sale.FirstLook> look(RowView row) {
        return Optional.ofNullable(row.getColumn("how", String.class))
                .map(
                        how ->
                                new Sale.FirstLook(
                                        KioskEvent.How.valueOf(how),
                                        row.getColumn("looked_at", Instant.class)));
    }
}
