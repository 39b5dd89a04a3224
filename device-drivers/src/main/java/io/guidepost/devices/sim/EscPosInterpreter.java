package io.guidepost.devices.sim;

import io.guidepost.devices.sim.CommandBytes.ClearedException;
import java.nio.charset.StandardCharsets;

/**
 * Carries out ESC/POS commands on paper, byte by byte as they come, so that no command is too long.
 * A command that this printer has not is skipped by its length; one that nobody has is taken to be
 * as long as its name, and counted. For one thread at a time.
 */
final class EscPosInterpreter {

    /** What commands do besides printing. */
    interface Machine {
        void cut();

        /** Opens the drawer, or whatever hangs on the plug. */
        void pulse();

        void reply(byte[] bytes);

        /** The answer to {@code GS r 1} and {@code ESC v}. */
        byte paperStatus();

        void statusBack(boolean on);

        /** So many rows have been printed or fed: the paper may be at its end now. */
        void fed(int rows);

        /** A command that no printer has, by its name. */
        void unknown(String name);
    }

    static final int ESC = 0x1b;
    static final int GS = 0x1d;
    static final int FS = 0x1c;
    static final int DLE = 0x10;

    private final Paper paper;
    private final Machine machine;
    private final PrintHead head;
    private final GroupCommands group;
    private final Graphics graphics;
    private CommandBytes in = () -> 0;

    EscPosInterpreter(Paper paper, PrinterModel model, Machine machine) {
        this.paper = paper;
        this.machine = machine;
        this.head = new PrintHead(paper);
        this.graphics = new Graphics(head, paper, machine);
        this.group = new GroupCommands(head, model, machine, graphics);
    }

    /** Forgets the unfinished line and all settings, as switching on does. */
    void reset() {
        head.reset();
        group.reset();
    }

    /** Carries out one command. */
    void step(CommandBytes bytes) throws ClearedException, InterruptedException {
        in = bytes;
        int before = paper.used();
        try {
            int first = bytes.next();
            switch (first) {
                case ESC -> escape(bytes.next());
                case GS -> group.carryOut(bytes);
                case FS -> chinese(bytes.next());
                case DLE -> realTime(bytes.next());
                case '\n' -> head.lineFeed();
                case '\t' -> head.tab();
                default -> letter(first);
            }
        } finally {
            machine.fed(Math.max(0, paper.used() - before));
        }
    }

    private void letter(int first) throws ClearedException, InterruptedException {
        PrintStyle style = head.style();
        if (style.kanji && first > 0x80) {
            head.letter(PrinterPages.wide(first, in.next()), true);
        } else if (first >= ' ') {
            head.letter(PrinterPages.letter(first, style.page, style.country), false);
        }
        // Other control characters, a carriage return too, do nothing.
    }

    private void escape(int name) throws ClearedException, InterruptedException {
        PrintStyle style = head.style();
        switch (name) {
            case '@' -> reset();
            case '!' -> mode(in.next());
            case 't' -> page(in.next());
            case 'R' -> style.country = in.next();
            case 'a' -> style.align = digit(in.next());
            case 'E', 'G' -> style.bold = (in.next() & 1) == 1;
            case 'M' -> style.fontB = digit(in.next()) == 1;
            case '-' -> style.underline = Math.min(2, digit(in.next()));
            case '{' -> style.upsideDown = (in.next() & 1) == 1;
            case 'V' -> style.turned = (digit(in.next()) & 1) == 1;
            case ' ' -> style.letterSpacing = in.next();
            case '2' -> style.lineSpacing = PrintStyle.DEFAULT_SPACING;
            case '3' -> style.lineSpacing = in.next();
            case 'd' -> head.lineFeeds(in.next());
            case 'J' -> head.printAndFeed(in.next());
            case '$' -> head.moveTo(in.two());
            case '\\' -> head.moveBy((short) in.two());
            case 'D' -> tabs();
            case '*' -> graphics.column(in);
            case 'i', 'm' -> {
                head.endLine();
                machine.cut();
            }
            case 'p' -> {
                in.skip(3);
                machine.pulse();
            }
            case 'u', 'v' -> machine.reply(new byte[] {name == 'v' ? machine.paperStatus() : 0});
            case '&' -> ownLetters();
            // Page mode is not this printer's: what would fill a page comes out in lines.
            case 'L', 'S', '<', 0x0c -> {}
            case 'W' -> in.skip(8);
            case 'c', 'f' -> in.skip(2);
            case '%', '=', '?', 'T', 'U', 'r', 'K', 'e', 's' -> in.next();
            default -> machine.unknown("ESC " + named(name));
        }
    }

    private void mode(int n) {
        PrintStyle style = head.style();
        style.fontB = (n & 0x01) != 0;
        style.bold = (n & 0x08) != 0;
        style.down = (n & 0x10) != 0 ? 2 : 1;
        style.across = (n & 0x20) != 0 ? 2 : 1;
        style.underline = (n & 0x80) != 0 ? 1 : 0;
    }

    private void page(int number) {
        if (PrinterPages.has(number)) {
            head.style().page = number;
        } else {
            machine.unknown("ESC t " + number);
        }
    }

    private void tabs() throws ClearedException, InterruptedException {
        int[] tabs = new int[32];
        int count = 0;
        for (int column = in.next(); column != 0; column = in.next()) {
            if (count < tabs.length) {
                tabs[count] = column;
                count++;
            }
        }
        head.style().tabs = java.util.Arrays.copyOf(tabs, count);
    }

    /** Letters that the host draws: taken, not used. */
    private void ownLetters() throws ClearedException, InterruptedException {
        int bytesDown = in.next();
        int first = in.next();
        int last = in.next();
        for (int letter = first; letter <= last; letter++) {
            in.skip((long) bytesDown * in.next());
        }
    }

    private void chinese(int name) throws ClearedException, InterruptedException {
        switch (name) {
            case '&' -> head.style().kanji = true;
            case '.' -> head.style().kanji = false;
            case 'S', '2', 'p', 'q' -> chineseLong(name);
            case '(' -> {
                in.next();
                in.skip(in.two());
            }
            case '!', '-', 'C', 'W', '?' -> in.next();
            default -> machine.unknown("FS " + named(name));
        }
    }

    private void chineseLong(int name) throws ClearedException, InterruptedException {
        switch (name) {
            case 'q' -> {
                for (int left = in.next(); left > 0; left--) {
                    int across = in.two();
                    in.skip(8L * across * in.two());
                }
            }
            case '2' -> in.skip(2 + 72);
            default -> in.skip(2);
        }
    }

    /** Was carried out when it came in; here it only takes its place in the row. */
    private void realTime(int name) throws ClearedException, InterruptedException {
        switch (name) {
            case 0x04, 0x05 -> in.next();
            case 0x14 -> in.skip(in.next() == 8 ? 7 : 2);
            default -> machine.unknown("DLE " + named(name));
        }
    }

    /** Most settings take the number and its digit alike. */
    static int digit(int n) {
        return n >= '0' && n <= '9' ? n - '0' : n;
    }

    static String named(int b) {
        return b > ' ' && b < 0x7f
                ? new String(new byte[] {(byte) b}, StandardCharsets.US_ASCII)
                : "0x" + Integer.toHexString(b);
    }
}
