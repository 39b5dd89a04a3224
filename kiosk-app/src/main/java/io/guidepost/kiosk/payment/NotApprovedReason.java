package io.guidepost.kiosk.payment;

import java.util.Locale;

/** Why no money moved. */
public enum NotApprovedReason {
    /** The bank or the terminal refused the card. */
    DECLINED,
    /** The customer cancelled, or nobody showed a card. */
    CANCELLED,
    /** The terminal was at work on something else. */
    TERMINAL_BUSY,
    /** The terminal cannot be reached, or refuses the request. */
    TERMINAL_AWAY,
    /** A card was left in the terminal: it must be taken out first. */
    CARD_LEFT_IN,
    /** The card paid another amount than was asked, and has it back. */
    GIVEN_BACK,
    /** The hold ended before the payment was opened. */
    HOLD_ENDED,
    /** The price changed since it was held: look again. */
    AMOUNT_CHANGED,
    /** The backend gave no answer, so the terminal was not asked. */
    NOT_REACHABLE,
    /** Another payment has not ended yet, or the kiosk could not write it down. */
    NOT_POSSIBLE_NOW;

    /** As reported, such as {@code hold-ended}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
