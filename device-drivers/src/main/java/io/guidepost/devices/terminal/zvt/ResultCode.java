package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.PaymentOutcome.DeclineReason;
import java.util.Locale;

/** What a terminal's result codes mean (ZVT 13, chapter "Error messages"). */
public final class ResultCode {
    public static final int DONE = 0x00;
    public static final int CARD_NOT_READABLE = 0x64;
    public static final int NOT_REGISTERED = 0x6B;
    public static final int ABORTED = 0x6C;
    public static final int NOT_POSSIBLE = 0x83;
    public static final int PROTOCOL_ERROR = 0x9A;
    public static final int PLEASE_WAIT = 0x9C;
    public static final int RECEIVER_NOT_READY = 0xA0;
    public static final int ALREADY_REVERSED = 0xB4;
    public static final int REVERSAL_NOT_POSSIBLE = 0xB5;
    public static final int CARD_INSERTED = 0xDC;
    public static final int OPEN_END_OF_DAY = 0xF0;

    /** Up to here the code is the bank's, as on its receipt. */
    private static final int LAST_OF_BANK = 0x63;

    private ResultCode() {}

    /** Whether the terminal may have forgotten that the kiosk is registered. */
    static boolean loggedOut(int code) {
        return code == NOT_REGISTERED || code == NOT_POSSIBLE;
    }

    /** Whether the terminal is at work and would take the message later. */
    static boolean busy(int code) {
        return code == PLEASE_WAIT || code == RECEIVER_NOT_READY;
    }

    /** Why a payment with this code took no money. */
    static DeclineReason reason(int code) {
        return switch (code) {
            case ABORTED -> DeclineReason.CANCELLED;
            case PLEASE_WAIT, RECEIVER_NOT_READY -> DeclineReason.BUSY;
            case CARD_INSERTED -> DeclineReason.CARD_LEFT_IN;
            // The card or its bank said no: another card may do.
            case 0x64, 0x65, 0x66, 0x67, 0x68, 0x6E, 0x71, 0x72, 0x73 -> DeclineReason.REFUSED;
            case 0x76, 0x78, 0x79, 0x7A, 0x7B, 0x7C, 0x7E -> DeclineReason.REFUSED;
            case 0x9B, 0xA1, 0xA3, 0xD2, 0xE9, 0xEA -> DeclineReason.REFUSED;
            default -> code <= LAST_OF_BANK ? DeclineReason.REFUSED : DeclineReason.NOT_ACCEPTED;
        };
    }

    /** For the technician, in English. */
    static String words(int code) {
        String meaning =
                switch (code) {
                    case DONE -> "done";
                    case NOT_REGISTERED -> "the kiosk is not registered";
                    case ABORTED -> "aborted";
                    case 0x6A -> "turnover memory full: run the end of day";
                    case 0x77 -> "end of day not possible";
                    case 0x7D, 0x9B, 0xA1, 0xA3 -> "no connection to the bank";
                    case NOT_POSSIBLE -> "function not possible";
                    case PROTOCOL_ERROR -> "protocol error";
                    case PLEASE_WAIT -> "at work";
                    case RECEIVER_NOT_READY -> "not ready";
                    case 0xB1, 0xB2 -> "memory full: run the end of day";
                    case ALREADY_REVERSED -> "reversed already";
                    case REVERSAL_NOT_POSSIBLE -> "reversal not possible";
                    case 0xC2 -> "needs a diagnosis";
                    case 0xCC -> "its printer is not ready";
                    case CARD_INSERTED -> "a card is left in the reader";
                    case 0xE0 -> "remote maintenance";
                    case 0xE2 -> "card reader defective";
                    case OPEN_END_OF_DAY -> "an end of day is open";
                    case 0xFF -> "system error";
                    default -> code <= LAST_OF_BANK ? "refused by the bank" : "refused";
                };
        return String.format(Locale.ROOT, "%s (code %02X)", meaning, code);
    }
}
