package io.guidepost.backend.insight;

import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sale with where it came from.
 *
 * @param reference of the voucher, as people read it aloud
 * @param settled whether the payment provider has confirmed it
 * @param look how the session first came to this offer; empty where nobody looked at it
 */
public record Sale(
        UUID bookingId,
        UUID paymentId,
        KioskId kiosk,
        SessionId session,
        OfferId offer,
        String title,
        String merchant,
        int quantity,
        Money amount,
        Optional<MemberRef> member,
        Optional<Instant> slotStart,
        String reference,
        boolean settled,
        Instant bookedAt,
        Optional<FirstLook> look) {
    /** The first look of the session at what it bought. */
    public record FirstLook(KioskEvent.How how, Instant at) {}
}
