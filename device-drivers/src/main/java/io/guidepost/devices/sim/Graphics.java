package io.guidepost.devices.sim;

import io.guidepost.devices.Raster;
import io.guidepost.devices.sim.CommandBytes.ClearedException;
import io.guidepost.devices.sim.EscPosInterpreter.Machine;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands that print dots: {@code ESC *}, {@code GS v 0}, {@code GS ( L}, {@code GS 8 L}. */
final class Graphics {
    private static final int MOST_WIDE = 1024;
    private static final int MOST_HIGH = 4096;
    private static final int MOST_KEPT = 32;

    private final PrintHead head;
    private final Paper paper;
    private final Machine machine;

    /** What is kept under two letters until the printer is switched off. */
    private final Map<Integer, Raster> kept = new LinkedHashMap<>();

    /** What {@code GS ( L} has stored and not printed yet. */
    private @Nullable Raster stored;

    private @Nullable Raster defined;

    Graphics(PrintHead head, Paper paper, Machine machine) {
        this.head = head;
        this.paper = paper;
        this.machine = machine;
    }

    void reset() {
        stored = null;
        defined = null;
    }

    /** {@code ESC * m nL nH}: columns of 8 or 24 dots that stand in the line like letters. */
    void column(CommandBytes in) throws ClearedException, InterruptedException {
        int mode = in.next();
        int columns = in.two();
        if (mode != 0 && mode != 1 && mode != 32 && mode != 33) {
            machine.unknown("ESC * " + mode);
            return;
        }
        int down = mode < 32 ? 1 : 3;
        int across = mode % 2 == 0 ? 2 : 1;
        int tall = mode < 32 ? 3 : 1;
        int used = Math.min(columns, MOST_WIDE);
        BufferedImage picture = Paper.blank(Math.max(1, used * across), down * 8 * tall);
        for (int x = 0; x < columns; x++) {
            byte[] column = in.bytes(down);
            for (int y = 0; y < picture.getHeight() && x < used; y++) {
                int dot = y / tall;
                if ((column[dot / 8] >> (7 - dot % 8) & 1) == 1) {
                    for (int i = 0; i < across; i++) {
                        picture.getRaster().setSample(x * across + i, y, 0, 0);
                    }
                }
            }
        }
        if (used > 0) {
            head.put(picture);
        }
    }

    /** {@code GS v 0}: printed row by row as it comes, so it may be of any height. */
    void raster(CommandBytes in) throws ClearedException, InterruptedException {
        in.next();
        int mode = EscPosInterpreter.digit(in.next());
        int across = in.two();
        int rows = in.two();
        int wide = (mode & 1) == 1 ? 2 : 1;
        int tall = (mode & 2) == 2 ? 2 : 1;
        int left = head.beginRows(across * 8 * wide);
        for (int row = 0; row < rows; row++) {
            byte[] bits = in.bytes(across);
            for (int x = 0; x < across * 8 * wide; x++) {
                int dot = x / wide;
                if ((bits[dot / 8] >> (7 - dot % 8) & 1) == 1) {
                    for (int down = 0; down < tall; down++) {
                        paper.dot(left + x, down);
                    }
                }
            }
            paper.feed(tall);
            machine.fed(tall);
        }
    }

    /** {@code GS * x y}: a picture in columns, printed by {@code GS /}. */
    void define(CommandBytes in) throws ClearedException, InterruptedException {
        int across = in.next() * 8;
        int down = in.next();
        defined = columns(in, across, down * 8, (long) across * down);
    }

    void printDefined(int mode) {
        if (defined != null) {
            int m = EscPosInterpreter.digit(mode);
            head.block(scaled(defined, (m & 1) + 1, (m >> 1 & 1) + 1));
        }
    }

    /** {@code GS ( L} and {@code GS 8 L}. */
    void extended(CommandBytes in, long length) throws ClearedException, InterruptedException {
        if (length < 2) {
            in.skip(length);
            return;
        }
        in.next();
        int function = in.next();
        long rest = length - 2;
        switch (function) {
            case 2, 50 -> {
                in.skip(rest);
                if (stored != null) {
                    head.block(stored);
                    stored = null;
                }
            }
            case 112, 113 -> stored = picture(in, rest, function == 113, false);
            case 67, 83, 68, 84 -> keep(in, rest, function % 16 == 4);
            case 69, 85 -> printKept(in, rest);
            case 65, 81 -> {
                in.skip(rest);
                kept.clear();
            }
            default -> in.skip(rest);
        }
    }

    private void keep(CommandBytes in, long length, boolean byColumn)
            throws ClearedException, InterruptedException {
        if (length < 3) {
            in.skip(length);
            return;
        }
        in.next();
        int key = in.two();
        Raster picture = picture(in, length - 3, byColumn, true);
        if (picture != null && kept.size() < MOST_KEPT) {
            kept.put(key, picture);
        }
    }

    private void printKept(CommandBytes in, long length)
            throws ClearedException, InterruptedException {
        if (length != 4) {
            in.skip(length);
            return;
        }
        Raster picture = kept.get(in.two());
        int across = Math.clamp(in.next(), 1, 2);
        int down = Math.clamp(in.next(), 1, 2);
        if (picture != null) {
            head.block(scaled(picture, across, down));
        }
    }

    /**
     * Reads a picture with its head: tone, scale, colour and size to store one for printing; count
     * of colours, size and colour to keep one.
     */
    private @Nullable Raster picture(CommandBytes in, long length, boolean byColumn, boolean toKeep)
            throws ClearedException, InterruptedException {
        if (length < 8) {
            in.skip(length);
            return null;
        }
        in.next();
        int across = 1;
        int down = 1;
        if (!toKeep) {
            across = Math.clamp(in.next(), 1, 2);
            down = Math.clamp(in.next(), 1, 2);
            in.next();
        }
        int width = in.two();
        int height = in.two();
        if (toKeep) {
            in.next();
        }
        long data = length - (toKeep ? 6 : 8);
        long needed =
                byColumn ? (long) width * ((height + 7) / 8) : (long) height * ((width + 7) / 8);
        if (width < 1
                || height < 1
                || width * across > MOST_WIDE
                || height * down > MOST_HIGH
                || data < needed) {
            machine.unknown("graphics of " + width + " by " + height);
            in.skip(data);
            return null;
        }
        Raster raster =
                byColumn ? columns(in, width, height, needed) : rows(in, width, height, needed);
        in.skip(data - needed);
        return scaled(raster, across, down);
    }

    private static Raster rows(CommandBytes in, int width, int height, long needed)
            throws ClearedException, InterruptedException {
        byte[] bits = in.bytes(Math.toIntExact(needed));
        int across = (width + 7) / 8;
        BitSet black = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                black.set(y * width + x, (bits[y * across + x / 8] >> (7 - x % 8) & 1) == 1);
            }
        }
        return new Raster(width, height, black);
    }

    private static Raster columns(CommandBytes in, int width, int height, long needed)
            throws ClearedException, InterruptedException {
        byte[] bits = in.bytes(Math.toIntExact(needed));
        int down = (height + 7) / 8;
        BitSet black = new BitSet(Math.max(1, width * height));
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                black.set(y * width + x, (bits[x * down + y / 8] >> (7 - y % 8) & 1) == 1);
            }
        }
        return new Raster(Math.max(1, width), Math.max(1, height), black);
    }

    private static Raster scaled(Raster raster, int across, int down) {
        if (across == 1 && down == 1) {
            return raster;
        }
        int width = Math.min(MOST_WIDE, raster.width() * across);
        int height = raster.height() * down;
        BitSet black = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                black.set(y * width + x, raster.isBlack(x / across, y / down));
            }
        }
        return new Raster(width, height, black);
    }
}
