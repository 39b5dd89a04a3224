package io.guidepost.devices.printer.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Tells a printer's replies apart by their fixed bits, in whatever pieces they come. */
final class ReplyParser {

    /** Where replies go. */
    interface Sink {
        void condition(PrinterCondition condition);

        /** One byte that answers {@code DLE EOT}. */
        void realTime(int status);

        /** Everything before this process id is on paper. */
        void processed(String processId);
    }

    private static final int LONGEST = 80;

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
        if (reply.size() == 0 && !startsBlock(b) && !startsStatus(b)) {
            // One byte: it shows that the printer lives, whatever it says.
            if ((b & 0x93) == 0x12) {
                sink.realTime(b);
            }
            return;
        }
        reply.write(b);
        byte[] bytes = reply.toByteArray();
        if (startsStatus(bytes[0])) {
            if (bytes.length == 4) {
                reply.reset();
                sink.condition(PrinterCondition.of(bytes[0], bytes[1], bytes[2]));
            }
        } else if (b == 0) {
            reply.reset();
            if (bytes.length == 7 && bytes[1] == 0x22) {
                sink.processed(new String(bytes, 2, 4, StandardCharsets.US_ASCII));
            }
        } else if (bytes.length > LONGEST) {
            reply.reset();
        }
    }

    private static boolean startsStatus(int b) {
        return (b & 0x93) == 0x10;
    }

    private static boolean startsBlock(int b) {
        return b == 0x37;
    }
}
