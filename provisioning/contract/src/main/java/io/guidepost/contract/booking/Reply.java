package io.guidepost.contract.booking;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guidepost.contract.member.MemberView;
import io.guidepost.contract.member.StaffRef;
import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to a {@link Request}. */
public sealed interface Reply {
    /** Slots in order of their start, ended ones left out, full ones kept. */
    record SlotList(List<Slot> slots) implements Reply {}

    record Released() implements Reply {}

    /** The request could not be read or the service failed; says which field and which limit. */
    record Failed(String error) implements Reply {}

    /** What became of a hold. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = HoldResult.Held.class, name = "held"),
        @JsonSubTypes.Type(value = HoldResult.HoldRefused.class, name = "refused")
    })
    sealed interface HoldResult extends Reply {
        /** Held for this customer until {@code expiresAt}; {@code amount} is what is to be paid. */
        record Held(UUID holdId, Money amount, Instant expiresAt) implements HoldResult {}

        /** Not held. */
        record HoldRefused(HoldRefusal reason) implements HoldResult {}
    }

    /** Whether the terminal may be asked for money. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PaymentResult.PaymentOpened.class, name = "opened"),
        @JsonSubTypes.Type(value = PaymentResult.PaymentRefused.class, name = "refused")
    })
    sealed interface PaymentResult extends Reply {
        /** The terminal may ask for {@code amount}; the hold now lasts until {@code expiresAt}. */
        record PaymentOpened(UUID paymentId, Money amount, String reference, Instant expiresAt)
                implements PaymentResult {}

        /** The terminal must not be asked. */
        record PaymentRefused(PaymentRefusal reason) implements PaymentResult {}
    }

    /** The voucher of a payment. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = VoucherResult.Issued.class, name = "issued"),
        @JsonSubTypes.Type(value = VoucherResult.Pending.class, name = "pending"),
        @JsonSubTypes.Type(value = VoucherResult.Refunded.class, name = "refunded"),
        @JsonSubTypes.Type(value = VoucherResult.NoSuchPayment.class, name = "unknown")
    })
    sealed interface VoucherResult extends Reply {
        /** The voucher. */
        record Issued(Voucher voucher) implements VoucherResult {}

        /** The payment has not been booked yet: ask again. */
        record Pending() implements VoucherResult {}

        /** The money came after the hold had ended and nothing was left: it is on its way back. */
        record Refunded(Money amount, String reference) implements VoucherResult {}

        /** The backend has never seen this payment id. */
        record NoSuchPayment() implements VoucherResult {}
    }

    /** Who a member code belongs to. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = MemberResult.MemberFound.class, name = "found"),
        @JsonSubTypes.Type(value = MemberResult.MemberUnknown.class, name = "unknown")
    })
    sealed interface MemberResult extends Reply {
        /** A member. */
        record MemberFound(MemberView member) implements MemberResult {}

        /** No member has this code. */
        record MemberUnknown() implements MemberResult {}
    }

    /** Whether a member of staff may work at the kiosk. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = StaffResult.StaffAccepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = StaffResult.StaffRefused.class, name = "refused"),
        @JsonSubTypes.Type(value = StaffResult.StaffLocked.class, name = "locked")
    })
    sealed interface StaffResult extends Reply {
        /** Signed in until {@code expiresAt}. */
        record StaffAccepted(StaffRef staff, String displayName, Instant expiresAt)
                implements StaffResult {}

        /** Badge or PIN is wrong; says no more than how many tries are left. */
        record StaffRefused(int triesLeft) implements StaffResult {}

        /** Too many wrong PINs. */
        record StaffLocked(Instant until) implements StaffResult {}
    }

    /** Why nothing could be held. */
    enum HoldRefusal {
        SOLD_OUT,
        CLOSED,
        UNKNOWN_OFFER,
        QUANTITY,
        SLOT_NEEDED
    }

    /** Why a payment could not be opened. */
    enum PaymentRefusal {
        HOLD_ENDED,
        AMOUNT_CHANGED,
        UNKNOWN_HOLD
    }
}
