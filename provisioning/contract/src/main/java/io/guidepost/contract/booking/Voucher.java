package io.guidepost.contract.booking;

import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the customer leaves with and redeems in the shop.
 *
 * @param reference short form that people read aloud
 * @param token the signed text in the QR code; see {@link io.guidepost.contract.sign.VoucherToken}
 * @param start beginning of the booked slot; empty for goods to collect
 */
public record Voucher(
        UUID id,
        UUID paymentId,
        String reference,
        String token,
        OfferId offer,
        String title,
        String merchantName,
        String place,
        int quantity,
        Money paid,
        Optional<Instant> start,
        Instant validUntil) {}
