package io.guidepost.backend.voucher;

import io.guidepost.backend.booking.HoldRow;
import io.guidepost.backend.stock.Stock;
import io.guidepost.contract.booking.SlotId;
import io.guidepost.contract.booking.Voucher;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.money.Money;
import io.guidepost.contract.sign.SigningKey;
import io.guidepost.contract.sign.VoucherToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/**
 * Bookings and their vouchers: what was paid for and what the customer shows in the shop. All
 * methods take part in the caller's transaction.
 */
public final class Bookings {
    /** How long goods wait to be collected. */
    private static final Duration GOODS_VALID = Duration.ofDays(30);

    /** How long after the end of a slot its voucher can still be shown. */
    private static final Duration SLOT_GRACE = Duration.ofDays(1);

    private final Stock stock;
    private final SigningKey key;
    private final Clock clock;

    public Bookings(Stock stock, SigningKey key, Clock clock) {
        this.stock = stock;
        this.key = key;
        this.clock = clock;
    }

    /** Books a paid hold, takes goods from stock and issues the voucher. */
    public void add(Handle transaction, HoldRow hold, UUID paymentId) {
        UUID bookingId = Ids.newId();
        Instant now = clock.instant();
        transaction
                .createUpdate(
                        "insert into bookings (id, payment_id, hold_id, kiosk_id, session,"
                            + " offer_id, slot_id, quantity, member, currency, amount_minor,"
                            + " booked_at) values (:id, :payment, :hold, :kiosk, :session, :offer,"
                            + " :slot, :quantity, :member, :currency, :minor, :now)")
                .bind("id", bookingId)
                .bind("payment", paymentId)
                .bind("hold", hold.id())
                .bind("kiosk", hold.kiosk())
                .bind("session", hold.session())
                .bind("offer", hold.offer())
                .bind("slot", hold.slot().map(SlotId::value).orElse(null))
                .bind("quantity", hold.quantity())
                .bind("member", hold.member().map(MemberRef::value).orElse(null))
                .bind("currency", hold.amount().currency().getCurrencyCode())
                .bind("minor", hold.amount().minor())
                .bind("now", now)
                .execute();
        if (hold.slot().isEmpty()) {
            stock.sell(transaction, bookingId, hold.offer(), hold.quantity());
        }
        issue(transaction, bookingId, paymentId, validUntil(transaction, hold, now));
    }

    private static Instant validUntil(Handle transaction, HoldRow hold, Instant now) {
        return hold.slot()
                .flatMap(
                        id ->
                                transaction
                                        .createQuery("select ends_at from slots where id = :id")
                                        .bind("id", id)
                                        .mapTo(Instant.class)
                                        .findOne())
                .map(end -> end.plus(SLOT_GRACE))
                .orElse(now.plus(GOODS_VALID))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private void issue(Handle transaction, UUID bookingId, UUID paymentId, Instant validUntil) {
        UUID id = Ids.newId();
        transaction
                .createUpdate(
                        "insert into vouchers (id, booking_id, payment_id, reference, token,"
                                + " valid_until, issued_at) values (:id, :booking, :payment,"
                                + " :reference, :token, :until, :now)")
                .bind("id", id)
                .bind("booking", bookingId)
                .bind("payment", paymentId)
                .bind("reference", Ids.newReference())
                .bind("token", VoucherToken.issue(key, id, validUntil))
                .bind("until", validUntil)
                .bind("now", clock.instant())
                .execute();
    }

    /** The voucher of a payment, empty where nothing was booked for it. */
    public Optional<Voucher> voucher(Handle transaction, UUID paymentId) {
        return transaction
                .createQuery(
                        "select v.id, v.payment_id, v.reference, v.token, v.valid_until,"
                                + " b.offer_id, b.quantity, b.currency, b.amount_minor, o.title,"
                                + " m.name, m.address, m.city, s.starts_at from vouchers v join"
                                + " bookings b on b.id = v.booking_id join offers o on o.id ="
                                + " b.offer_id join merchants m on m.id = o.merchant_id left join"
                                + " slots s on s.id = b.slot_id where v.payment_id = :payment")
                .bind("payment", paymentId)
                .map(Bookings::row)
                .findOne();
    }

    private static Voucher row(RowView row) {
        return new Voucher(
                row.getColumn("id", UUID.class),
                row.getColumn("payment_id", UUID.class),
                row.getColumn("reference", String.class),
                row.getColumn("token", String.class),
                row.getColumn("offer_id", OfferId.class),
                row.getColumn("title", String.class),
                row.getColumn("name", String.class),
                Merchant.place(
                        row.getColumn("address", String.class),
                        row.getColumn("city", String.class)),
                row.getColumn("quantity", Integer.class),
                Money.of(
                        row.getColumn("amount_minor", Long.class),
                        row.getColumn("currency", String.class)),
                Optional.ofNullable(row.getColumn("starts_at", Instant.class)),
                row.getColumn("valid_until", Instant.class));
    }

    /** Counts a print or a reprint marked as copy; unknown vouchers count nowhere. */
    public void printed(Handle transaction, KioskEvent.VoucherPrinted event) {
        transaction
                .createUpdate(
                        event.copy()
                                ? "update vouchers set copies = copies + 1 where id = :id"
                                : "update vouchers set printed = printed + 1 where id = :id")
                .bind("id", event.voucherId())
                .execute();
    }
}
