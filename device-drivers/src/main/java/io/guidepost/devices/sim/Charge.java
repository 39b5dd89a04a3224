package io.guidepost.devices.sim;

/**
 * Money that a simulated terminal took.
 *
 * @param saleTransactionId the kiosk's id of the payment
 * @param amountMinor what was charged, in minor units
 * @param currency ISO 4217
 * @param terminalTransactionId the terminal's id of it
 * @param reversedMinor what was given back of it, in minor units
 */
public record Charge(
        String saleTransactionId,
        long amountMinor,
        String currency,
        String terminalTransactionId,
        long reversedMinor) {

    Charge reversed(long more) {
        return new Charge(
                saleTransactionId,
                amountMinor,
                currency,
                terminalTransactionId,
                reversedMinor + more);
    }
}
