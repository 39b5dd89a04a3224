package io.guidepost.devices.terminal.zvt;

import java.io.IOException;

/**
 * Bytes that are no message of the protocol. The text names the field and holds none of its value.
 */
public final class BadApdu extends IOException {
    private static final long serialVersionUID = 1;

    public BadApdu(String message) {
        super(message);
    }
}
