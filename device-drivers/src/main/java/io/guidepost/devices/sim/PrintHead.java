package io.guidepost.devices.sim;

import io.guidepost.devices.Raster;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers a line and puts it on paper. A line is as high as what stands in it, all of it standing
 * on the same ground; the paper then moves on to the line spacing. For one thread at a time.
 */
final class PrintHead {

    /** What stands in the line, with its place from the line's start. */
    private record Item(int x, BufferedImage picture) {}

    private final Paper paper;
    private final List<Item> items = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private PrintStyle style = new PrintStyle();
    private int x;
    private int end;

    PrintHead(Paper paper) {
        this.paper = paper;
    }

    PrintStyle style() {
        return style;
    }

    int paperDots() {
        return paper.dots();
    }

    /** Forgets the unfinished line and all settings. */
    void reset() {
        style = new PrintStyle();
        clearLine();
    }

    boolean lineEmpty() {
        return items.isEmpty() && x == 0;
    }

    void letter(String letter, boolean wide) {
        BufferedImage cell = Letters.cell(letter, wide, style);
        if (x + cell.getWidth() > style.room(paper.dots()) && !items.isEmpty()) {
            lineFeed();
        }
        words.append(letter);
        put(cell);
        x += style.letterSpacing * style.across;
    }

    /** A picture that stands in the line like a letter ({@code ESC *}). */
    void put(BufferedImage picture) {
        items.add(new Item(x, picture));
        x += picture.getWidth();
        end = Math.max(end, x);
    }

    void moveTo(int place) {
        int next = Math.clamp(place, 0, style.room(paper.dots()));
        if (next > x && !words.isEmpty()) {
            words.append(" ");
        }
        x = next;
        end = Math.max(end, x);
    }

    void moveBy(int dots) {
        moveTo(x + dots);
    }

    void tab() {
        moveTo(style.tabAfter(x));
    }

    void lineFeed() {
        printAndFeed(style.lineSpacing);
    }

    void lineFeeds(int lines) {
        if (lines > 0) {
            lineFeed();
            paper.feed((lines - 1) * style.lineSpacing);
        } else if (!lineEmpty()) {
            printAndFeed(0);
        }
    }

    /** Prints the line, if there is one, and feeds at least so many rows from its top. */
    void printAndFeed(int rows) {
        int height = items.stream().mapToInt(i -> i.picture().getHeight()).max().orElse(0);
        if (height > 0) {
            BufferedImage line = Paper.blank(Math.max(1, end), height);
            for (Item item : items) {
                Letters.paint(item.picture(), line, item.x(), height - item.picture().getHeight());
            }
            if (style.upsideDown) {
                paper.stamp(Letters.turnedAround(line), mirrored(line.getWidth()));
            } else {
                paper.stamp(line, left(line.getWidth()));
            }
            paper.words(words.toString());
        }
        paper.feed(Math.max(0, rows - height));
        clearLine();
    }

    /** A picture on lines of its own, placed as lines are. */
    void block(Raster raster) {
        endLine();
        paper.raster(raster, left(raster.width()));
    }

    /** Begins a picture that comes row by row: where its left edge is. */
    int beginRows(int width) {
        endLine();
        return left(width);
    }

    /** The words of a code, printed as a line of their own in the middle of it. */
    void blockWords(String text) {
        PrintStyle before = style;
        PrintStyle plain = new PrintStyle();
        plain.align = before.align;
        plain.leftMargin = before.leftMargin;
        plain.areaWidth = before.areaWidth;
        style = plain;
        text.chars().forEach(c -> letter(Character.toString(c), false));
        printAndFeed(plain.letterHeight());
        style = before;
    }

    void endLine() {
        if (!lineEmpty()) {
            printAndFeed(0);
        }
    }

    private int left(int width) {
        int spare = Math.max(0, style.room(paper.dots()) - width);
        return style.leftMargin
                + switch (style.align) {
                    case 1 -> spare / 2;
                    case 2 -> spare;
                    default -> 0;
                };
    }

    /** Upside down, a line begins at the right. */
    private int mirrored(int width) {
        int spare = Math.max(0, style.room(paper.dots()) - width);
        return 2 * style.leftMargin + spare - left(width);
    }

    private void clearLine() {
        items.clear();
        words.setLength(0);
        x = 0;
        end = 0;
    }
}
