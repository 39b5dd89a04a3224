package io.guidepost.devices;

/** Kinds of symbol a scanner can name. */
public enum Symbology {
    EAN_13,
    EAN_8,
    UPC_A,
    UPC_E,
    CODE_128,
    GS1_128,
    GS1_DATABAR,
    QR,
    GS1_QR,
    DATA_MATRIX,
    GS1_DATA_MATRIX,
    UNKNOWN;

    /**
     * The symbology behind an AIM identifier (ISO/IEC 15424): a bracket, the symbology's letter, a
     * modifier.
     *
     * @param aimId for example {@code ]E0}
     */
    public static Symbology ofAim(String aimId) {
        return switch (aimId) {
            case "]E0", "]E3" -> EAN_13;
            case "]E4" -> EAN_8;
            case "]C0" -> CODE_128;
            case "]C1" -> GS1_128;
            case "]e0" -> GS1_DATABAR;
            case "]Q0", "]Q1", "]Q2" -> QR;
            case "]Q3", "]Q4" -> GS1_QR;
            case "]d0", "]d1" -> DATA_MATRIX;
            case "]d2" -> GS1_DATA_MATRIX;
            default -> UNKNOWN;
        };
    }
}
