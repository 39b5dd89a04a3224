package io.guidepost.contract.booking;

import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A question that a kiosk asks the backend over {@code up/req/{service}} and that is answered on
 * {@code down/rsp/{service}} with the same correlation data within 30 s. Asking twice with the same
 * ids gives the same answer.
 *
 * @param <R> the answer
 */
public sealed interface Request<R extends Reply> {
    /** The {@code {service}} level of the topic. */
    String service();

    /** The type of the answer. */
    Class<R> replyType();

    /** Slots of a service from a day on; at most 31 days. */
    record Slots(OfferId offer, LocalDate from, int days) implements Request<Reply.SlotList> {
        @Override
        public String service() {
            return "slots";
        }

        @Override
        public Class<Reply.SlotList> replyType() {
            return Reply.SlotList.class;
        }
    }

    /**
     * Holds a place in a slot, or units of goods. The kiosk makes the id, so a repeated request
     * takes nothing twice.
     *
     * @param slot needed for services
     * @param quantity 1 to 20
     */
    record Hold(
            UUID holdId,
            SessionId session,
            OfferId offer,
            Optional<SlotId> slot,
            int quantity,
            Optional<MemberRef> member)
            implements Request<Reply.HoldResult> {
        @Override
        public String service() {
            return "hold";
        }

        @Override
        public Class<Reply.HoldResult> replyType() {
            return Reply.HoldResult.class;
        }
    }

    /** Gives a hold back; an unknown or ended hold is no error. */
    record Release(UUID holdId) implements Request<Reply.Released> {
        @Override
        public String service() {
            return "release";
        }

        @Override
        public Class<Reply.Released> replyType() {
            return Reply.Released.class;
        }
    }

    /**
     * Opens the payment of a hold: the backend fixes the amount and lengthens the hold to cover the
     * terminal's time.
     */
    record OpenPayment(UUID paymentId, UUID holdId, Money amount)
            implements Request<Reply.PaymentResult> {
        @Override
        public String service() {
            return "payment";
        }

        @Override
        public Class<Reply.PaymentResult> replyType() {
            return Reply.PaymentResult.class;
        }
    }

    /** The voucher of a payment that the kiosk has reported as captured. */
    record FetchVoucher(UUID paymentId) implements Request<Reply.VoucherResult> {
        @Override
        public String service() {
            return "voucher";
        }

        @Override
        public Class<Reply.VoucherResult> replyType() {
            return Reply.VoucherResult.class;
        }
    }

    /** Who a scanned member code belongs to. */
    record Member(String memberCode) implements Request<Reply.MemberResult> {
        @Override
        public String service() {
            return "member";
        }

        @Override
        public Class<Reply.MemberResult> replyType() {
            return Reply.MemberResult.class;
        }

        /** Without the code: it is personal data and must not reach a log. */
        @Override
        public String toString() {
            return "Member[…]";
        }
    }

    /** Signs a member of staff in. Five wrong PINs lock the badge for a while. */
    record StaffLogin(String badgeCode, String pin) implements Request<Reply.StaffResult> {
        @Override
        public String service() {
            return "staff";
        }

        @Override
        public Class<Reply.StaffResult> replyType() {
            return Reply.StaffResult.class;
        }

        /** Without badge and PIN: they must not reach a log. */
        @Override
        public String toString() {
            return "StaffLogin[…]";
        }
    }
}
