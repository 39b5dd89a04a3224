package io.guidepost.devices.sim;

/** What a simulated terminal does with a payment. */
public enum TerminalBehaviour {
    /** Approves by itself after the set time. */
    APPROVE,
    /** Refuses by itself after the set time. */
    DECLINE,
    /** Waits for a person at the bench: present a card, or decline. */
    ASK,
    /** Nobody shows a card: no answer until the kiosk aborts; nothing is charged. */
    TIME_OUT,
    /** Charges, then drops the connection instead of answering. */
    LOSE_REPLY,
    /** Charges, keeps the connection, never answers the payment itself. */
    SWALLOW_REPLY,
    /** Charges, and answers only after the set lateness. */
    LATE_REPLY,
    /** Says that it is busy; nothing is charged. */
    BUSY,
    /**
     * Takes the request, knows nothing of it until the set lateness is over, as one that is waking
     * up, then begins and approves.
     */
    BEGIN_LATE,
    /** Charges half of what is asked, and says so. */
    PARTIAL,
    /** Charges one minor unit more than is asked. */
    WRONG_AMOUNT,
    /** Charges the same number in another currency. */
    WRONG_CURRENCY,
    /** Has ended the kiosk's login, and refuses this and all else until the next one. */
    LOGGED_OUT,
    /** A card was left in the reader; nothing is charged. */
    CARD_LEFT_IN
}
