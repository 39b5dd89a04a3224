package io.guidepost.devices.scanner;

/** What a scanner is set to send behind each code. */
public enum Suffix {
    /** CR, LF or both; a scanner that types may send a tab as well. */
    ANY,
    CR,
    LF,
    /** CR and LF. */
    CRLF,
    TAB,
    /** Nothing: a code ends when the scanner pauses. A CR or LF ends it as well. */
    NONE;

    /**
     * Whether a code ends here.
     *
     * @param before the character before it, negative for none
     * @param now the character that came
     */
    public boolean ends(int before, int now) {
        return switch (this) {
            case ANY, NONE -> now == '\r' || now == '\n';
            case CR -> now == '\r';
            case LF -> now == '\n';
            case CRLF -> before == '\r' && now == '\n';
            case TAB -> now == '\t';
        };
    }
}
