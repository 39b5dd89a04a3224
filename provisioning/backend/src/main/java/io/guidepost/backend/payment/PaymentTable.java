package io.guidepost.backend.payment;

import io.guidepost.contract.event.KioskEvent;
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

/** The SQL of payments. */
final class PaymentTable {
    /** Longest text of a terminal that is kept; the rest of a longer one is cut off. */
    private static final int LONGEST = 100;

    private PaymentTable() {}

    /** The payment, locked until the transaction ends. */
    static Optional<PaymentRow> lock(Handle transaction, UUID id) {
        return transaction
                .createQuery("select * from payments where id = :id for update")
                .bind("id", id)
                .map(PaymentTable::row)
                .findOne();
    }

    /** Whether the terminal may still take, or have taken, money for this hold. */
    static boolean anyOpen(Handle transaction, UUID hold) {
        return transaction
                        .createQuery(
                                "select count(*) from payments where hold_id = :hold and state in"
                                        + " ('OPENED', 'UNKNOWN')")
                        .bind("hold", hold)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static void insert(Handle transaction, PaymentRow payment, SessionId session, Instant now) {
        transaction
                .createUpdate(
                        "insert into payments (id, hold_id, kiosk_id, session, currency,"
                            + " amount_minor, reference, state, opened_at, changed_at) values (:id,"
                            + " :hold, :kiosk, :session, :currency, :minor, :reference, :state,"
                            + " :now, :now)")
                .bind("id", payment.id())
                .bind("hold", payment.hold().orElse(null))
                .bind("kiosk", payment.kiosk())
                .bind("session", session)
                .bind("currency", payment.amount().currency().getCurrencyCode())
                .bind("minor", payment.amount().minor())
                .bind("reference", payment.reference())
                .bind("state", payment.state().name())
                .bind("now", now)
                .execute();
    }

    static void state(Handle transaction, UUID id, PaymentRow.State state, Instant now) {
        transaction
                .createUpdate(
                        "update payments set state = :state, changed_at = :now where id = :id")
                .bind("id", id)
                .bind("state", state.name())
                .bind("now", now)
                .execute();
    }

    /** Notes what the terminal took; the provider has yet to be told. */
    static void taken(
            Handle transaction,
            KioskEvent.PaymentCaptured event,
            PaymentRow.State state,
            Instant now) {
        transaction
                .createUpdate(
                        "update payments set state = :state, currency = :currency, amount_minor ="
                            + " :minor, terminal_transaction = :transaction, authorisation_code ="
                            + " :code, member = :member, settled = false, changed_at = :now where"
                            + " id = :id")
                .bind("id", event.paymentId())
                .bind("state", state.name())
                .bind("currency", event.amount().currency().getCurrencyCode())
                .bind("minor", event.amount().minor())
                .bind("transaction", cut(event.terminalTransaction()))
                .bind("code", cut(event.authorisationCode()))
                .bind("member", event.member().map(MemberRef::value).orElse(null))
                .bind("now", now)
                .execute();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** At most 100 payments that the provider has yet to be told of, and whose turn it is. */
    static List<PaymentRow> unsettled(Handle transaction, Instant now) {
        return transaction
                .createQuery(
                        "select * from payments where state in ('CAPTURED', 'REFUND_DUE') and not"
                            + " settled and (next_try_at is null or next_try_at <= :now) order by"
                            + " coalesce(next_try_at, changed_at) limit 100")
                .bind("now", now)
                .map(PaymentTable::row)
                .list();
    }

    /** Notes that the provider could not be told. */
    static void again(Handle transaction, UUID id, Instant next) {
        transaction
                .createUpdate(
                        "update payments set tries = tries + 1, next_try_at = :next where id = :id")
                .bind("id", id)
                .bind("next", next)
                .execute();
    }

    /** Closes opened payments as not taken whose hold had ended by then. */
    static int closeOpened(Handle transaction, Instant endedBy, Instant now) {
        return transaction
                .createUpdate(
                        "update payments set state = 'NOT_TAKEN', changed_at = :now where state ="
                                + " 'OPENED' and opened_at <= :ended and hold_id in (select id from"
                                + " holds where expires_at <= :ended)")
                .bind("ended", endedBy)
                .bind("now", now)
                .execute();
    }

    static void settled(Handle transaction, UUID id, PaymentRow.State state, Instant now) {
        transaction
                .createUpdate(
                        "update payments set state = :state, settled = true, changed_at = :now"
                                + " where id = :id")
                .bind("id", id)
                .bind("state", state.name())
                .bind("now", now)
                .execute();
    }

    private static PaymentRow row(RowView row) {
        return new PaymentRow(
                row.getColumn("id", UUID.class),
                Optional.ofNullable(row.getColumn("hold_id", UUID.class)),
                row.getColumn("kiosk_id", KioskId.class),
                Money.of(
                        row.getColumn("amount_minor", Long.class),
                        row.getColumn("currency", String.class)),
                row.getColumn("reference", String.class),
                PaymentRow.State.valueOf(row.getColumn("state", String.class)),
                Optional.ofNullable(row.getColumn("terminal_transaction", String.class)),
                row.getColumn("tries", Integer.class));
    }
}
