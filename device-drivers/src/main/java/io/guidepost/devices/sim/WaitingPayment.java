package io.guidepost.devices.sim;

/**
 * A payment that waits for a person at the terminal.
 *
 * @param saleTransactionId the kiosk's id of it
 * @param amountMinor in minor units
 * @param currency ISO 4217
 */
public record WaitingPayment(String saleTransactionId, long amountMinor, String currency) {}
