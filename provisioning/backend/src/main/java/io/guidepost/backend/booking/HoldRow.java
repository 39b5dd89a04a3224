package io.guidepost.backend.booking;

import io.guidepost.contract.booking.SlotId;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A hold as it stands in the database.
 *
 * @param amount what is to be paid for the whole quantity
 * @param askedBack whether the kiosk gave it back while a payment of it was under way
 */
public record HoldRow(
        UUID id,
        KioskId kiosk,
        SessionId session,
        OfferId offer,
        Optional<SlotId> slot,
        int quantity,
        Optional<MemberRef> member,
        Money amount,
        State state,
        boolean askedBack,
        Instant expiresAt) {
    /** Life of a hold. */
    public enum State {
        HELD,
        RELEASED,
        EXPIRED,
        BOOKED
    }

    /** Whether its place is still kept at this time. */
    public boolean runsAt(Instant now) {
        return state == State.HELD && now.isBefore(expiresAt);
    }
}
