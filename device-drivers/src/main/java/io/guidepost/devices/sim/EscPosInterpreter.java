package io.guidepost.devices.sim;

import io.guidepost.devices.Raster;
import io.guidepost.devices.printer.escpos.CodePages;
import io.guidepost.devices.printer.escpos.CodePages.CodePage;
import io.guidepost.devices.scanner.camera.CodePictures;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Carries out ESC/POS commands on paper. Takes one command at a time; for one thread at a time. */
final class EscPosInterpreter {

    /** What commands do besides printing. */
    interface Machine {
        /** Cuts; false when the cutter is stuck. */
        void cut();

        void reply(byte[] bytes);

        void statusBack(boolean on);
    }

    private static final int ESC = 0x1b;
    private static final int GS = 0x1d;
    private static final int FS = 0x1c;
    private static final int DLE = 0x10;

    private final Paper paper;
    private final Machine machine;
    private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
    private final StringBuilder lineText = new StringBuilder();
    private CodePage page = CodePages.ALL.get(1);
    private boolean bold;
    private int size;
    private int align;
    private int barHeight = 162;
    private int barModule = 3;
    private int qrModule = 3;
    private String qrData = "";

    EscPosInterpreter(Paper paper, Machine machine) {
        this.paper = paper;
        this.machine = machine;
    }

    /** Forgets the unfinished line and all settings, as switching on does. */
    void reset() {
        letters.reset();
        lineText.setLength(0);
        page = CodePages.ALL.get(1);
        bold = false;
        size = 0;
        align = 0;
    }

    /**
     * Carries out the command at the buffer's position and moves past it.
     *
     * @return false when the command is not complete yet; the position stays
     */
    boolean step(ByteBuffer in) {
        int start = in.position();
        if (!in.hasRemaining()) {
            return false;
        }
        try {
            int first = in.get() & 0xff;
            switch (first) {
                case ESC -> escape(in);
                case GS -> group(in);
                case FS -> in.get();
                case DLE -> realTime(in);
                case '\n' -> line();
                case '\r' -> {}
                default -> letters.write(first);
            }
            return true;
        } catch (java.nio.BufferUnderflowException _) {
            in.position(start);
            return false;
        }
    }

    private void escape(ByteBuffer in) {
        switch (in.get()) {
            case '@' -> reset();
            case 't' -> {
                int number = in.get();
                endRun();
                CodePages.ALL.stream()
                        .filter(p -> p.number() == number)
                        .findFirst()
                        .ifPresent(p -> page = p);
            }
            case 'a' -> align = in.get() % 48;
            case 'E' -> bold = (in.get() & 1) == 1;
            case 'd' -> {
                int lines = in.get() & 0xff;
                if (lineEmpty()) {
                    paper.feed(lines * 30);
                } else {
                    line();
                    paper.feed(Math.max(0, lines - 1) * 30);
                }
            }
            default -> in.get();
        }
    }

    private void group(ByteBuffer in) {
        switch (in.get()) {
            case '!' -> size = in.get() & 0xff;
            case 'h' -> barHeight = in.get() & 0xff;
            case 'w' -> barModule = in.get();
            case 'a' -> machine.statusBack(in.get() != 0);
            case 'r' -> {
                in.get();
                machine.reply(new byte[] {0});
            }
            case 'V' -> cut(in);
            case 'v' -> raster(in);
            case 'k' -> bars(in);
            case '(' -> extended(in);
            default -> in.get();
        }
    }

    private static void realTime(ByteBuffer in) {
        // Was carried out when it came in; here it only takes its place in the row.
        if (in.get() == 0x14) {
            in.position(in.position() + 8);
        } else {
            in.get();
        }
    }

    private void cut(ByteBuffer in) {
        if (in.get() >= 65) {
            paper.feed(in.get() & 0xff);
        }
        if (!lineEmpty()) {
            line();
        }
        machine.cut();
    }

    private void raster(ByteBuffer in) {
        in.getShort();
        int across = twoBytes(in);
        int rows = twoBytes(in);
        byte[] bits = new byte[across * rows];
        in.get(bits);
        int width = across * 8;
        BitSet black = new BitSet(width * rows);
        for (int i = 0; i < bits.length * 8; i++) {
            black.set(i, (bits[i / 8] >> (7 - i % 8) & 1) == 1);
        }
        if (width > 0 && rows > 0) {
            paper.raster(new Raster(width, rows, black), align);
        }
    }

    /** A number of two bytes, the low one first. */
    private static int twoBytes(ByteBuffer in) {
        int low = in.get() & 0xff;
        return low + 256 * (in.get() & 0xff);
    }

    private void bars(ByteBuffer in) {
        int symbology = in.get();
        byte[] data = new byte[in.get() & 0xff];
        in.get(data);
        String digits = new String(data, StandardCharsets.US_ASCII);
        if (symbology == 67 && digits.matches("[0-9]{13}")) {
            paper.raster(CodePictures.ean13(digits, barModule, barHeight), align);
            paper.text(digits, false, 1, 1, align);
            paper.feed(10);
        }
    }

    private void extended(ByteBuffer in) {
        byte group = in.get();
        byte[] data = new byte[twoBytes(in)];
        in.get(data);
        if (group == 'k' && data.length >= 3 && data[0] == 49) {
            switch (data[1]) {
                case 67 -> qrModule = data[2];
                case 80 -> qrData = new String(data, 3, data.length - 3, StandardCharsets.UTF_8);
                case 81 -> {
                    paper.feed(16);
                    paper.raster(CodePictures.qr(qrData, qrModule), align);
                    paper.feed(16);
                }
                default -> {}
            }
        } else if (group == 'H' && data.length == 6) {
            machine.reply(new byte[] {0x37, 0x22, data[2], data[3], data[4], data[5], 0});
        }
    }

    private boolean lineEmpty() {
        return letters.size() == 0 && lineText.isEmpty();
    }

    private void endRun() {
        lineText.append(letters.toString(page.charset()));
        letters.reset();
    }

    private void line() {
        endRun();
        paper.text(lineText.toString(), bold, (size >> 4) + 1, (size & 7) + 1, align);
        lineText.setLength(0);
    }
}
