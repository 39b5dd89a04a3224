package io.guidepost.devices.terminal.zvt;

/** The fields ("bitmaps") that a message's data is made of, by their number. */
public final class Bmp {
    public static final int SERVICE_BYTE = 0x03;
    public static final int AMOUNT = 0x04;
    public static final int TLV = 0x06;
    public static final int TRACE = 0x0B;
    public static final int TIME = 0x0C;
    public static final int DATE = 0x0D;
    public static final int PAYMENT_TYPE = 0x19;
    public static final int PAN = 0x22;
    public static final int RESULT = 0x27;
    public static final int TERMINAL_ID = 0x29;
    public static final int CONTRACT = 0x2A;
    public static final int AUTHORISATION = 0x3B;
    public static final int TEXT = 0x3C;
    public static final int CURRENCY = 0x49;
    public static final int TOTALS = 0x60;
    public static final int RECEIPT = 0x87;
    public static final int CARD_TYPE = 0x8A;
    public static final int CARD_NAME = 0x8B;

    /** A length of two or three digits before the value, each digit as F0 to F9. */
    static final int LLVAR = -2;

    static final int LLLVAR = -3;

    /** A length as in TLV. */
    static final int CONTAINER = -1;

    static final int UNKNOWN = -9;

    private Bmp() {}

    /** How many bytes a field's value has, or how that is told; chapter "Bitmaps" of ZVT 13. */
    static int size(int bmp) {
        return switch (bmp) {
            case 0x01, 0x02, 0x03, 0x05, 0x19, 0x27, 0x72, 0x73, 0x74, 0x75, 0x8A, 0x8C -> 1;
            case 0xA0, 0xD0, 0xD2, 0xD3, 0xE0, 0xE9, 0xEA -> 1;
            case 0xF0, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD -> 1;
            case 0x0D, 0x0E, 0x17, 0x3A, 0x49, 0x87 -> 2;
            case 0x0B, 0x0C, 0x37, 0x3D, 0x88, 0xAA -> 3;
            case 0x29, 0x70, 0x71 -> 4;
            case 0xBA -> 5;
            case 0x04 -> 6;
            case 0x3B, 0xEB -> 8;
            case 0x2A -> 15;
            case 0x22, 0x23, 0x2D, 0x8B, 0xA7, 0xD1 -> LLVAR;
            case 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8 -> LLVAR;
            case 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8 -> LLVAR;
            case 0x24, 0x2E, 0x3C, 0x60, 0x9A, 0xAF -> LLLVAR;
            case 0x06 -> CONTAINER;
            default -> UNKNOWN;
        };
    }
}
