package io.guidepost.backend.console;

import io.guidepost.backend.member.Members;
import io.guidepost.backend.store.Database;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** Payments with all that led to them and followed: where, who (masked), first look to voucher. */
final class SaleTrails {
    /** Sales in one answer. */
    static final int PAGE = 50;

    private static final String QUERY =
            """
            select p.id, p.reference, p.kiosk_id, p.currency, p.amount_minor, p.state, p.settled,
                   p.opened_at, p.changed_at, h.offer_id, h.quantity, h.created_at as held_at,
                   o.title, m.name as merchant, s.starts_at, mem.name as member_name, mem.tier,
                   l.at as look_at, l.how as look_how, l.kiosk_id as look_kiosk, b.booked_at,
                   v.reference as voucher_reference, v.issued_at, v.valid_until, v.printed, v.copies
            from payments p
            left join holds h on h.id = p.hold_id
            left join offers o on o.id = h.offer_id
            left join merchants m on m.id = o.merchant_id
            left join slots s on s.id = h.slot_id
            left join members mem on mem.ref = coalesce(p.member, h.member)
            left join looks l on l.session = p.session and l.offer_id = h.offer_id
            left join bookings b on b.payment_id = p.id
            left join vouchers v on v.payment_id = p.id
            where p.opened_at < :before
            order by p.opened_at desc
            limit :limit
            """;

    private final Database database;

    SaleTrails(Database database) {
        this.database = database;
    }

    /**
     * One payment.
     *
     * @param state as in the database: OPENED, CAPTURED, NOT_TAKEN, UNKNOWN, REFUND_DUE, REFUNDED
     * @param settled the payment provider has confirmed what the state asks of it
     * @param slot beginning of the booked slot
     */
    record SaleView(
            UUID id,
            String reference,
            KioskId kiosk,
            Optional<OfferId> offer,
            Optional<String> title,
            Optional<String> merchant,
            int quantity,
            Money amount,
            String state,
            boolean settled,
            Optional<Instant> slot,
            Optional<MemberView> member,
            Optional<VoucherView> voucher,
            List<Step> timeline) {}

    /** Who bought, as far as it is shown. */
    record MemberView(String maskedName, String tier) {}

    /** What the customer holds; its token is nobody's business here. */
    record VoucherView(String reference, Instant validUntil, int printed, int copies) {}

    /**
     * One moment of a sale.
     *
     * @param what LOOK, HELD, OPENED, a final state, BOOKED or VOUCHER
     */
    record Step(String what, Instant at, Optional<String> note) {}

    /**
     * A page of sales, newest first.
     *
     * @param more whether older ones follow
     */
    record Page(List<SaleView> sales, boolean more) {}

    Page before(Instant opened) {
        List<SaleView> found =
                database.inTransaction(
                        h ->
                                h.createQuery(QUERY)
                                        .bind("before", opened)
                                        .bind("limit", PAGE + 1)
                                        .map(SaleTrails::view)
                                        .list());
        return new Page(
                found.subList(0, Math.min(PAGE, found.size())).stream().toList(),
                found.size() > PAGE);
    }

    private static SaleView view(RowView row) {
        return new SaleView(
                row.getColumn("id", UUID.class),
                row.getColumn("reference", String.class),
                row.getColumn("kiosk_id", KioskId.class),
                optional(row, "offer_id", OfferId.class),
                optional(row, "title", String.class),
                optional(row, "merchant", String.class),
                optional(row, "quantity", Integer.class).orElse(0),
                Money.of(
                        row.getColumn("amount_minor", Long.class),
                        row.getColumn("currency", String.class)),
                row.getColumn("state", String.class),
                row.getColumn("settled", Boolean.class),
                optional(row, "starts_at", Instant.class),
                optional(row, "member_name", String.class)
                        .map(
                                name ->
                                        new MemberView(
                                                Members.masked(name),
                                                row.getColumn("tier", String.class))),
                optional(row, "voucher_reference", String.class)
                        .map(
                                reference ->
                                        new VoucherView(
                                                reference,
                                                row.getColumn("valid_until", Instant.class),
                                                row.getColumn("printed", Integer.class),
                                                row.getColumn("copies", Integer.class))),
                timeline(row));
    }

    private static List<Step> timeline(RowView row) {
        List<Step> steps = new ArrayList<>();
        optional(row, "look_at", Instant.class)
                .ifPresent(
                        at ->
                                steps.add(
                                        new Step(
                                                "LOOK",
                                                at,
                                                optional(row, "look_how", String.class))));
        add(steps, "HELD", optional(row, "held_at", Instant.class));
        add(steps, "OPENED", optional(row, "opened_at", Instant.class));
        String state = row.getColumn("state", String.class);
        if (!state.equals("OPENED")) {
            add(steps, state, optional(row, "changed_at", Instant.class));
        }
        add(steps, "BOOKED", optional(row, "booked_at", Instant.class));
        add(steps, "VOUCHER", optional(row, "issued_at", Instant.class));
        return List.copyOf(steps);
    }

    private static void add(List<Step> steps, String what, Optional<Instant> at) {
        at.ifPresent(moment -> steps.add(new Step(what, moment, Optional.empty())));
    }

    private static <T> Optional<T> optional(RowView row, String column, Class<T> type) {
        return Optional.ofNullable(row.getColumn(column, type));
    }
}
