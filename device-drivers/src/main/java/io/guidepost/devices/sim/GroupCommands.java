package io.guidepost.devices.sim;

import io.guidepost.devices.sim.CommandBytes.ClearedException;
import io.guidepost.devices.sim.EscPosInterpreter.Machine;
import java.nio.charset.StandardCharsets;

/** The commands that begin with GS. For one thread at a time. */
final class GroupCommands {
    private final PrintHead head;
    private final PrinterModel model;
    private final Machine machine;
    private final Graphics graphics;
    private final Symbols symbols;

    GroupCommands(PrintHead head, PrinterModel model, Machine machine, Graphics graphics) {
        this.head = head;
        this.model = model;
        this.machine = machine;
        this.graphics = graphics;
        this.symbols = new Symbols(head, machine);
    }

    void reset() {
        symbols.reset();
        graphics.reset();
    }

    /** Carries out the command whose GS was taken already. */
    void carryOut(CommandBytes in) throws ClearedException, InterruptedException {
        PrintStyle style = head.style();
        int name = in.next();
        switch (name) {
            case '!' -> {
                int size = in.next();
                style.across = (size >> 4 & 7) + 1;
                style.down = (size & 7) + 1;
            }
            case 'B' -> style.inverse = (in.next() & 1) == 1;
            case 'L' -> style.leftMargin = Math.min(in.two(), head.paperDots() - 1);
            case 'W' -> style.areaWidth = Math.max(1, in.two());
            case 'h', 'w', 'H', 'f' -> symbols.set(name, in.next());
            case 'k' -> symbols.bars(in);
            case 'V' -> cut(in);
            case 'v' -> graphics.raster(in);
            case '*' -> graphics.define(in);
            case '/' -> graphics.printDefined(in.next());
            case '8' -> {
                int group = in.next();
                long length = in.two();
                length += (long) in.two() << 16;
                extended(in, group, length);
            }
            case '(' -> {
                int group = in.next();
                extended(in, group, in.two());
            }
            case 'a' -> {
                int what = in.next();
                if (model.answers().statusBack()) {
                    machine.statusBack(what != 0);
                }
            }
            case 'r' -> machine.reply(new byte[] {in.next() % 48 == 1 ? machine.paperStatus() : 0});
            case 'I' -> identity(in.next());
            // Page mode's places, motion units, macros, counters, smoothing: of no effect here.
            case '$', '\\', 'P', 'g' -> in.skip(2);
            case '^', 'z' -> in.skip(3);
            case 'b', 'T', 'E', 'j' -> in.next();
            case ':', 'c' -> {}
            case 'C' -> counter(in);
            default -> machine.unknown("GS " + EscPosInterpreter.named(name));
        }
    }

    private static void counter(CommandBytes in) throws ClearedException, InterruptedException {
        switch (in.next()) {
            case '0', '2' -> in.skip(2);
            case '1' -> in.skip(6);
            case ';' -> {
                for (int ends = 0; ends < 5; ends += in.next() == ';' ? 1 : 0) {
                    // Five numbers in digits, each with its semicolon.
                }
            }
            default -> {}
        }
    }

    private void cut(CommandBytes in) throws ClearedException, InterruptedException {
        int how = in.next();
        head.endLine();
        if (how == 65 || how == 66 || how == 97 || how == 98 || how == 103 || how == 104) {
            head.printAndFeed(in.next());
        }
        machine.cut();
    }

    private void extended(CommandBytes in, int group, long length)
            throws ClearedException, InterruptedException {
        switch (group) {
            case 'L' -> graphics.extended(in, length);
            case 'k' -> symbols.extended(in, length);
            case 'H' -> {
                if (length == 6 && model.answers().processId()) {
                    byte[] data = in.bytes(6);
                    machine.reply(new byte[] {0x37, 0x22, data[2], data[3], data[4], data[5], 0});
                } else {
                    in.skip(length);
                }
            }
            case 'A', 'B', 'C', 'D', 'E', 'G', 'K', 'M', 'N', 'P', 'Q', 'V', 'z' -> in.skip(length);
            default -> {
                machine.unknown("GS ( " + EscPosInterpreter.named(group));
                in.skip(length);
            }
        }
    }

    private void identity(int what) {
        String text =
                switch (what) {
                    case 66 -> model.maker();
                    case 67 -> model.name();
                    case 68 -> model.serial();
                    default -> "";
                };
        if (!text.isEmpty()) {
            byte[] letters = text.getBytes(StandardCharsets.US_ASCII);
            byte[] answer = new byte[letters.length + 2];
            answer[0] = '_';
            System.arraycopy(letters, 0, answer, 1, letters.length);
            machine.reply(answer);
        } else if (what < 4) {
            machine.reply(new byte[] {2});
        }
    }
}
