package io.guidepost.devices.terminal.zvt;

import java.io.ByteArrayOutputStream;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;

/** The messages of ZVT that the driver and the simulator know, and how the kiosk makes its own. */
public final class Command {
    public static final int STATUS_INFORMATION = 0x040F;
    public static final int INTERMEDIATE_STATUS = 0x04FF;
    public static final int STATUS_ENQUIRY = 0x0501;
    public static final int REGISTRATION = 0x0600;
    public static final int AUTHORISATION = 0x0601;
    public static final int LOG_OFF = 0x0602;
    public static final int COMPLETION = 0x060F;
    public static final int ABORT = 0x061E;
    public static final int REPEAT_RECEIPT = 0x0620;
    public static final int REVERSAL = 0x0630;
    public static final int END_OF_DAY = 0x0650;
    public static final int DIAGNOSIS = 0x0670;
    public static final int ABORT_BY_TILL = 0x06B0;
    public static final int PRINT_LINE = 0x06D1;
    public static final int PRINT_TEXT = 0x06D3;

    /**
     * The kiosk makes receipts itself (80, 04, 02) and wants to hear of each step (08); nobody
     * starts payments or end of day at the terminal (10, 20), so that every receipt since the last
     * one known is the kiosk's own.
     */
    static final int ALONE_AND_PAPERLESS = 0xBE;

    /** The tag of the commands that the kiosk lets the terminal send, each one behind tag 0A. */
    private static final int PERMITTED_COMMANDS = 0x26;

    private static final int PERMITTED_COMMAND = 0x0A;
    private static final int PASSWORD_BYTES = 3;

    private Command() {}

    static Apdu registration(ZvtSettings settings) {
        byte[] printText = {PRINT_TEXT >>> 8, (byte) PRINT_TEXT};
        Tlv permitted =
                new Tlv(
                        PERMITTED_COMMANDS,
                        Tlv.bytes(List.of(new Tlv(PERMITTED_COMMAND, printText))));
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(password(settings));
        data.write(ALONE_AND_PAPERLESS);
        // The one place where the currency has no field number before it.
        data.writeBytes(Bcd.of(numeric(settings.currency()), 2));
        data.writeBytes(Fields.NONE.with(Bmp.SERVICE_BYTE, 0).with(List.of(permitted)).bytes());
        return new Apdu(REGISTRATION, data.toByteArray());
    }

    static Apdu authorisation(long amountMinor, String currency, int paymentType) {
        return new Apdu(
                AUTHORISATION,
                Fields.NONE
                        .with(Bmp.AMOUNT, amountMinor)
                        .with(Bmp.CURRENCY, numeric(currency))
                        .with(Bmp.PAYMENT_TYPE, new byte[] {(byte) paymentType})
                        .bytes());
    }

    static Apdu reversal(ZvtSettings settings, int receipt, long amountMinor, String currency) {
        return withPassword(
                REVERSAL,
                settings,
                Fields.NONE
                        .with(Bmp.AMOUNT, amountMinor)
                        .with(Bmp.RECEIPT, receipt)
                        .with(Bmp.CURRENCY, numeric(currency)));
    }

    static Apdu repeatReceipt(ZvtSettings settings) {
        return withPassword(REPEAT_RECEIPT, settings, Fields.NONE);
    }

    static Apdu statusEnquiry(ZvtSettings settings) {
        return withPassword(STATUS_ENQUIRY, settings, Fields.NONE);
    }

    static Apdu endOfDay(ZvtSettings settings) {
        return withPassword(END_OF_DAY, settings, Fields.NONE);
    }

    static Apdu abort() {
        return new Apdu(ABORT_BY_TILL, new byte[0]);
    }

    private static Apdu withPassword(int control, ZvtSettings settings, Fields fields) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(password(settings));
        data.writeBytes(fields.bytes());
        return new Apdu(control, data.toByteArray());
    }

    private static byte[] password(ZvtSettings settings) {
        byte[] password = HexFormat.of().parseHex(settings.password());
        if (password.length != PASSWORD_BYTES) {
            throw new IllegalStateException("the settings have looked at it");
        }
        return password;
    }

    private static long numeric(String currency) {
        return Currency.getInstance(currency).getNumericCode();
    }
}
