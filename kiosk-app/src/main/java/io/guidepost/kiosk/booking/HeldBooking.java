package io.guidepost.kiosk.booking;

import io.guidepost.contract.booking.Slot;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is held for this customer.
 *
 * @param slot empty for goods
 * @param amount what is to be paid in all, as the backend reckoned it
 * @param member whose price it is
 * @param expiresAt when it ends unless a payment has been opened
 */
public record HeldBooking(
        UUID holdId,
        SessionId session,
        Offer offer,
        Optional<Slot> slot,
        int quantity,
        Money amount,
        Optional<MemberRef> member,
        Instant expiresAt) {}
