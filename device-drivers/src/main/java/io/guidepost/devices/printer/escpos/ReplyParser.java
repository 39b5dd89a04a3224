package io.guidepost.devices.printer.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells a printer's replies apart by their fixed bits, in whatever pieces they come (ESC/POS
 * command reference, "identification of transmission status"). A reply that is broken off by
 * another is dropped. Not thread-safe.
 */
final class ReplyParser {

    /** Where replies go. */
    interface Sink {
        /** Automatic Status Back. */
        void condition(PrinterCondition condition);

        /** One byte that answers {@code DLE EOT}. */
        void realTime(int status);

        /** One byte that answers {@code GS r}: everything before it has been carried out. */
        void acknowledged();

        /** Everything before this process id is on paper. */
        void processed(String processId);

        /** The buffers are empty. */
        void cleared();

        /** One answer to {@code GS I}. */
        void identity(String text);
    }

    private static final int LONGEST = 80;
    private static final int BLOCK = 0x37;
    private static final int IDENTITY = 0x5f;
    private static final int STATUS_BYTES = 4;

    private final Sink sink;
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();

    ReplyParser(Sink sink) {
        this.sink = sink;
    }

    void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            take(bytes[i] & 0xff);
        }
    }

    private void take(int b) {
        if (reply.size() == 0) {
            begin(b);
            return;
        }
        int first = reply.toByteArray()[0];
        if (startsStatus(first)) {
            if ((b & 0x90) != 0) {
                // The other three have neither bit: this one begins something else.
                reply.reset();
                begin(b);
                return;
            }
            reply.write(b);
            if (reply.size() == STATUS_BYTES) {
                byte[] bytes = taken();
                sink.condition(PrinterCondition.of(bytes[0], bytes[1], bytes[2]));
            }
        } else if (b == 0) {
            block(taken());
        } else if (reply.size() >= LONGEST) {
            reply.reset();
        } else {
            reply.write(b);
        }
    }

    private void begin(int b) {
        if (b == BLOCK || b == IDENTITY || startsStatus(b)) {
            reply.write(b);
        } else if ((b & 0x93) == 0x12) {
            sink.realTime(b);
        } else if ((b & 0x90) == 0) {
            sink.acknowledged();
        }
        // Anything else, such as XON and XOFF, says no more than that the printer lives.
    }

    private void block(byte[] bytes) {
        if (bytes[0] == IDENTITY) {
            sink.identity(new String(bytes, 1, bytes.length - 1, StandardCharsets.US_ASCII));
        } else if (bytes.length == 6 && bytes[1] == 0x22) {
            sink.processed(new String(bytes, 2, 4, StandardCharsets.US_ASCII));
        } else if (bytes.length == 2 && bytes[1] == 0x25) {
            sink.cleared();
        }
    }

    private byte[] taken() {
        byte[] bytes = reply.toByteArray();
        reply.reset();
        return bytes;
    }

    private static boolean startsStatus(int b) {
        return (b & 0x93) == 0x10;
    }
}
