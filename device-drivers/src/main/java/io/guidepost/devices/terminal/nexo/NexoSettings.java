package io.guidepost.devices.terminal.nexo;

import java.time.Duration;

/**
 * Who talks to whom and how long each wait may be.
 *
 * @param saleId the kiosk's name at the terminal, 1 to 40 characters
 * @param poiId the terminal's name, 1 to 40 characters
 * @param answerLimit for everything a terminal answers by itself
 * @param paymentLimit for the customer; then the payment is aborted
 * @param settleLimit for finding out what became of a payment or reversal whose answer was lost
 * @param idle so long may the terminal say nothing before it is asked how it is
 */
public record NexoSettings(
        String saleId,
        String poiId,
        Duration answerLimit,
        Duration paymentLimit,
        Duration settleLimit,
        Duration idle) {
    public NexoSettings {
        checkName("saleId", saleId);
        checkName("poiId", poiId);
    }

    /**
     * Answers in 5 seconds, a minute and a half for the customer, half a minute to settle; asked
     * how it is after 15 seconds of silence.
     */
    public static NexoSettings of(String saleId, String poiId) {
        return new NexoSettings(
                saleId,
                poiId,
                Duration.ofSeconds(5),
                Duration.ofSeconds(90),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15));
    }

    private static void checkName(String field, String value) {
        if (value.isBlank() || value.length() > 40) {
            throw new IllegalArgumentException(field + " must have 1 to 40 characters");
        }
    }
}
