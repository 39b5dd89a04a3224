package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentOutcome.DeclineReason;

/** What an answer to a payment says, compared with what was asked. */
sealed interface Told {

    /** Nothing is left to do: what was asked was charged, or nothing was, or nobody knows. */
    record Clear(PaymentOutcome outcome) implements Told {}

    /**
     * Something else than the order was charged and has to go back.
     *
     * @param reason what the payment is declined with once it has
     * @param amountMinor what was charged, in minor units, at least 1
     * @param currency ISO 4217
     */
    record Wrong(DeclineReason reason, long amountMinor, String currency) implements Told {}
}
