package io.guidepost.backend.payment;

import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.money.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment as it stands in the database.
 *
 * @param hold empty for money that nothing could be found for
 * @param terminalTransaction the terminal's own number, once it took the money
 * @param tries how often the provider could not be told what became of it
 */
public record PaymentRow(
        UUID id,
        Optional<UUID> hold,
        KioskId kiosk,
        Money amount,
        String reference,
        State state,
        Optional<String> terminalTransaction,
        int tries) {
    /** Life of a payment. */
    public enum State {
        /** The terminal may be asked. */
        OPENED,
        /** The terminal took the money and it is booked. */
        CAPTURED,
        /** The terminal surely took nothing. */
        NOT_TAKEN,
        /** Nobody knows yet. */
        UNKNOWN,
        /** The terminal took the money, nothing can be given for it: it has to go back. */
        REFUND_DUE,
        /** It went back. */
        REFUNDED
    }

    /** Whether the terminal's answer is still to come. */
    public boolean isOpen() {
        return state == State.OPENED || state == State.UNKNOWN;
    }
}
