package io.guidepost.devices.terminal.zvt;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a terminal says of one of its transactions (04 0F).
 *
 * @param result 0 where it was carried out, else a result code; empty where the terminal does not
 *     say
 * @param amountMinor in minor units; empty where the terminal does not say
 * @param currency ISO 4217, empty where the terminal does not say or it has no such currency
 * @param receipt 0 to 9,999; the terminal counts its receipts one by one
 * @param trace the number of the message to the bank, up to six digits
 * @param clock the terminal's date and time as MMDDHHMMSS, empty where it does not say
 * @param authorisation the bank's approval code, empty where there is none
 * @param pan the card number as the terminal masked it
 */
public record StatusInformation(
        OptionalInt result,
        OptionalLong amountMinor,
        Optional<String> currency,
        Optional<Integer> receipt,
        Optional<Integer> trace,
        String clock,
        String authorisation,
        Optional<String> pan) {

    /** Reads it out of a message's fields. */
    public static StatusInformation of(Fields fields) {
        return new StatusInformation(
                fields.code(Bmp.RESULT).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                fields.number(Bmp.AMOUNT),
                fields.number(Bmp.CURRENCY).stream().boxed().findFirst().flatMap(Currencies::of),
                small(fields.number(Bmp.RECEIPT)),
                small(fields.number(Bmp.TRACE)),
                digits(fields.number(Bmp.DATE), 4) + digits(fields.number(Bmp.TIME), 6),
                fields.text(Bmp.AUTHORISATION).orElse("").replace("\0", "").strip(),
                fields.value(Bmp.PAN).map(StatusInformation::masked));
    }

    /** Whether it was carried out: for a payment, that the customer was charged. */
    public boolean done() {
        return result.isPresent() && result.getAsInt() == ResultCode.DONE;
    }

    /** Whether it certainly was not carried out. */
    public boolean failed() {
        return result.isPresent() && result.getAsInt() != ResultCode.DONE;
    }

    private static Optional<Integer> small(OptionalLong number) {
        return number.stream().boxed().map(Math::toIntExact).findFirst();
    }

    private static String digits(OptionalLong number, int count) {
        return number.isPresent()
                ? String.format(Locale.ROOT, "%0" + count + "d", number.getAsLong())
                : "";
    }

    /** Digits as they are, E for each that the terminal hides, F to fill the last byte. */
    private static String masked(byte[] value) {
        StringBuilder text = new StringBuilder();
        for (byte two : value) {
            for (int half : new int[] {(two >> 4) & 0xF, two & 0xF}) {
                if (half < 10) {
                    text.append((char) ('0' + half));
                } else if (half == 0xE) {
                    text.append('*');
                }
            }
        }
        return mostlyHidden(text);
    }

    /** A terminal that sends a card number in full does not get it any further than here. */
    private static String mostlyHidden(StringBuilder digits) {
        for (int i = 0; i < digits.length() - 4; i++) {
            digits.setCharAt(i, '*');
        }
        return digits.toString();
    }

    /** The numeric codes of ISO 4217 that ZVT sends. */
    static final class Currencies {
        private Currencies() {}

        static Optional<String> of(long numeric) {
            return Currency.getAvailableCurrencies().stream()
                    .filter(c -> c.getNumericCode() == numeric)
                    .map(Currency::getCurrencyCode)
                    .sorted()
                    .findFirst();
        }
    }
}
