package io.guidepost.contract.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.member.StaffRef;
import io.guidepost.contract.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A business event, written to the kiosk's outbox in the transaction of what it reports. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = KioskEvent.SessionStarted.class, name = "session-started"),
    @JsonSubTypes.Type(value = KioskEvent.OfferViewed.class, name = "offer-viewed"),
    @JsonSubTypes.Type(value = KioskEvent.ScanRefused.class, name = "scan-refused"),
    @JsonSubTypes.Type(value = KioskEvent.MemberIdentified.class, name = "member-identified"),
    @JsonSubTypes.Type(value = KioskEvent.PaymentCaptured.class, name = "payment-captured"),
    @JsonSubTypes.Type(value = KioskEvent.PaymentNotTaken.class, name = "payment-not-taken"),
    @JsonSubTypes.Type(value = KioskEvent.PaymentUnknown.class, name = "payment-unknown"),
    @JsonSubTypes.Type(value = KioskEvent.VoucherPrinted.class, name = "voucher-printed"),
    @JsonSubTypes.Type(value = KioskEvent.StockRestocked.class, name = "stock-restocked"),
    @JsonSubTypes.Type(value = KioskEvent.SessionEnded.class, name = "session-ended"),
    @JsonSubTypes.Type(value = KioskEvent.CampaignShown.class, name = "campaign-shown")
})
public sealed interface KioskEvent {
    /** A customer woke the kiosk. */
    record SessionStarted(SessionId session, Instant at) implements KioskEvent {}

    /** An offer was looked at; the first of a session is its first look. */
    record OfferViewed(SessionId session, OfferId offer, How how, Instant at)
            implements KioskEvent {}

    /** A code led nowhere. Counts by reason; the code itself is not kept, it may be personal. */
    record ScanRefused(SessionId session, String reason, Instant at) implements KioskEvent {}

    /** A member was greeted. */
    record MemberIdentified(SessionId session, MemberRef member, Instant at)
            implements KioskEvent {}

    /** The terminal took the money. Never dropped, counted once by {@code paymentId}. */
    record PaymentCaptured(
            SessionId session,
            UUID paymentId,
            UUID holdId,
            Money amount,
            String terminalTransaction,
            String authorisationCode,
            Optional<MemberRef> member,
            Instant at)
            implements KioskEvent {}

    /** The terminal surely took no money: declined, cancelled or never asked. */
    record PaymentNotTaken(
            SessionId session, UUID paymentId, UUID holdId, String reason, Instant at)
            implements KioskEvent {}

    /** Nobody knows yet whether money was taken; a captured or not-taken event follows. */
    record PaymentUnknown(SessionId session, UUID paymentId, UUID holdId, Money amount, Instant at)
            implements KioskEvent {}

    /** A voucher left the printer. */
    record VoucherPrinted(SessionId session, UUID voucherId, boolean copy, Instant at)
            implements KioskEvent {}

    /** Staff put units on the shelf. */
    record StockRestocked(UUID restockId, OfferId offer, int units, StaffRef staff, Instant at)
            implements KioskEvent {}

    /** The session was wiped. */
    record SessionEnded(SessionId session, String reason, Instant at) implements KioskEvent {}

    /** Proof of play. */
    record CampaignShown(String campaign, Duration shown, boolean touched, Instant at)
            implements KioskEvent {}

    /** When it happened, by the kiosk's clock. */
    Instant at();

    /** The {@code {type}} level of the topic and, with a prefix, the CloudEvents type. */
    default String type() {
        return switch (this) {
            case SessionStarted e -> "session-started";
            case OfferViewed e -> "offer-viewed";
            case ScanRefused e -> "scan-refused";
            case MemberIdentified e -> "member-identified";
            case PaymentCaptured e -> "payment-captured";
            case PaymentNotTaken e -> "payment-not-taken";
            case PaymentUnknown e -> "payment-unknown";
            case VoucherPrinted e -> "voucher-printed";
            case StockRestocked e -> "stock-restocked";
            case SessionEnded e -> "session-ended";
            case CampaignShown e -> "campaign-shown";
        };
    }

    /**
     * Whether the event tells of money or stock: such rows are journalled twice and never dropped.
     */
    default boolean isMoney() {
        return this instanceof PaymentCaptured
                || this instanceof PaymentNotTaken
                || this instanceof PaymentUnknown
                || this instanceof StockRestocked;
    }

    /** How a customer came to an offer. */
    enum How {
        SCAN,
        BROWSE,
        CAMPAIGN
    }
}
