package io.guidepost.kiosk.voucher;

import io.guidepost.contract.booking.Voucher;
import io.guidepost.contract.money.Money;

/** How the voucher of a payment stands. */
public sealed interface VoucherState {
    /** The sale is on its way to the backend, or the voucher on its way here. */
    record Waiting() implements VoucherState {}

    /** Here it is: to be shown as a QR code and printed. */
    record Ready(Voucher voucher) implements VoucherState {}

    /** The hold had ended when the money came: it goes back by itself. */
    record Refunded(Money amount, String reference) implements VoucherState {}

    /**
     * It has not come in time. The sale is safe; the reference gets the voucher at any kiosk or
     * from staff later.
     */
    record Later(String reference) implements VoucherState {}
}
