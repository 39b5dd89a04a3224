package io.guidepost.devices.printer.escpos;

import java.nio.charset.StandardCharsets;

/** The commands between kiosk and printer that print nothing (ESC/POS command reference). */
final class Commands {
    /** {@code DLE DC4 8}: drops everything received and not printed, at once. */
    static final byte[] CLEAR = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

    /** {@code GS a}: tell on-line state, errors and paper by yourself. */
    static final byte[] STATUS_BACK = {0x1d, 'a', 0x0e};

    /** {@code DLE EOT} 1 to 4: all there is to ask for; answered even in trouble. */
    static final byte[] ASK_ALL = {
        0x10, 0x04, 0x01, 0x10, 0x04, 0x02, 0x10, 0x04, 0x03, 0x10, 0x04, 0x04
    };

    /** {@code GS r 1}: answered when everything before it has been carried out. */
    static final byte[] ACKNOWLEDGE = {0x1d, 'r', 1};

    /** Begins anew below what may be half printed: reset, feed and cut. */
    static final byte[] CUT_OFF = {0x1b, '@', 0x1d, 'V', 66, 0};

    private Commands() {}

    /** {@code GS ( H}: answer with this id when all before it is on paper. */
    static byte[] askProcessId(String id) {
        byte[] command = {0x1d, '(', 'H', 6, 0, '0', '0', 0, 0, 0, 0};
        System.arraycopy(id.getBytes(StandardCharsets.US_ASCII), 0, command, 7, 4);
        return command;
    }

    /** {@code GS I}: which printer are you; 66 maker, 67 model, 68 serial number. */
    static byte[] askIdentity(int what) {
        return new byte[] {0x1d, 'I', (byte) what};
    }
}
