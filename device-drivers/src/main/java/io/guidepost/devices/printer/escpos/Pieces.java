package io.guidepost.devices.printer.escpos;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Printer commands in pieces, each of whole commands and small enough that two of them fit the
 * smallest buffer there is. Not thread-safe.
 */
final class Pieces {
    /**
     * Bytes that no command exceeds, except a QR code of a thousand bytes with what is around it.
     */
    static final int USUAL = 1400;

    private final List<byte[]> done = new ArrayList<>();
    private final ByteArrayOutputStream now = new ByteArrayOutputStream();

    /** Bytes of a command. */
    void put(int... bytes) {
        for (int b : bytes) {
            now.write(b);
        }
    }

    /** More bytes of a command. */
    void put(byte[] bytes) {
        now.writeBytes(bytes);
    }

    /** Between two commands: the next one may need a new piece. */
    void between(int nextBytes) {
        if (now.size() > 0 && now.size() + nextBytes > USUAL) {
            done.add(now.toByteArray());
            now.reset();
        }
    }

    List<byte[]> all() {
        between(USUAL);
        return List.copyOf(done);
    }
}
