package io.guidepost.kiosk.voucher;

import java.time.ZoneId;
import java.util.Locale;

/**
 * The words on a printed voucher, in the customer's language.
 *
 * @param heading such as {@code Voucher}
 * @param quantity label before the number of units
 * @param zone the store's, for the times on it
 */
public record ReceiptLabels(
        String heading,
        String reference,
        String quantity,
        String paid,
        String start,
        String validUntil,
        String hint,
        Locale locale,
        ZoneId zone) {
    public static ReceiptLabels english(ZoneId zone) {
        return new ReceiptLabels(
                "Voucher",
                "Reference",
                "Quantity",
                "Paid",
                "Appointment",
                "Valid until",
                "Show this code in the shop.",
                Locale.ENGLISH,
                zone);
    }
}
