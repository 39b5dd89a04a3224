package io.guidepost.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.devices.sim.PrinterSimulator.Printout;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands by their bytes, on the emulator's paper. */
class EscPosInterpreterTest {
    private static final int MARGIN = 16;
    private static final int STROKE = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aCommandLargerThanItsBufferDoesNotJamIt() throws Exception {
        int rows = 2000;
        put(0x1d, 'v', '0', 0, 72, 0, rows & 0xff, rows >> 8);
        out.writeBytes(filled(72 * rows));
        int length = 72 * 1500 + 10;
        put(0x1d, '8', 'L', length & 0xff, length >> 8 & 0xff, length >> 16, 0);
        put(48, 112, 48, 1, 1, 49, 576 & 0xff, 576 >> 8, 1500 & 0xff, 1500 >> 8);
        out.writeBytes(filled(72 * 1500));
        put(0x1d, '(', 'L', 2, 0, 48, 50);
        Printout paper = printed("after");
        assertThat(paper.text()).isEqualTo("after\n");
        assertThat(paper.picture().getHeight()).isGreaterThan(3500);
        assertThat(Bench.ink(paper.picture(), MARGIN, MARGIN + 3500)).isEqualTo(576 * 3500);
    }

    @Test
    void aPictureLargerThanAnyPaperIsSkipped() throws Exception {
        int length = 300_010;
        put(0x1d, '8', 'L', length & 0xff, length >> 8 & 0xff, length >> 16, 0);
        put(48, 112, 48, 1, 1, 49, 0, 0x40, 0, 0x40);
        out.writeBytes(filled(300_000));
        assertThat(printed("after").text()).isEqualTo("after\n");
        assertThat(bench.printer.unknownCommands()).containsKey("graphics of 16384 by 16384");
    }

    @Test
    void unknownCommandsAreSkippedByTheirLengthAndCounted() throws Exception {
        put(0x1d, '(', 'Y', 5, 0, 'a', 'b', 'c', 'd', 'e');
        put(0x1b, 0x01);
        put(0x1b, 0x01);
        put(0x1f);
        put(0x1d, '(', 'k', 3, 0, 77, 65, 0);
        put(0x1d, 'k', 75, 2, '1', '2');
        put(0x1b, 'c', '5', 0, 0x1b, 'r', 1, 0x1d, 'P', 1, 2, 0x1c, '!', 0);
        assertThat(printed("after").text()).isEqualTo("after\n");
        assertThat(bench.printer.unknownCommands())
                .containsEntry("ESC 0x1", 2)
                .containsEntry("GS ( Y", 1)
                .containsEntry("GS ( k 77", 1)
                .hasSize(4);
    }

    @Test
    void placesAndTabsAndMargins() throws Exception {
        put(0x1b, '$', 100, 0);
        text("|");
        put(0x1b, '\\', 50, 0);
        text("|");
        put('\n', '\t');
        text("|");
        put('\n', 0x1b, 'D', 20, 0, '\t');
        text("|\n");
        put(0x1d, 'L', 200, 0, 0x1d, 'W', 100, 0, 0x1b, 'a', 2);
        text("|\n");
        Printout paper = printed("");
        assertThat(strokes(paper, 0)).containsExactly(100, 112 + 50);
        assertThat(strokes(paper, 1)).containsExactly(8 * 12);
        assertThat(strokes(paper, 2)).containsExactly(20 * 12);
        assertThat(strokes(paper, 3)).containsExactly(300 - 12);
    }

    @Test
    void aLineTooLongGoesOn() throws Exception {
        text("x".repeat(50));
        assertThat(printed("").text()).isEqualTo("x".repeat(48) + "\nxx\n");
    }

    @Test
    void countriesHaveLettersOfTheirOwn() throws Exception {
        put(0x1b, 'R', 2);
        text("[\\]{|}~@");
        assertThat(printed("").text()).isEqualTo("ÄÖÜäöüß§\n");
    }

    @Test
    void lineSpacingAndFeeds() throws Exception {
        text("a\n");
        put(0x1b, '3', 100);
        text("b\n");
        put(0x1b, '3', 0);
        text("c\n");
        put(0x1b, 'J', 40);
        put(0x1b, '2', 0x1b, 'd', 2);
        assertThat(printed("").picture().getHeight())
                .isEqualTo(2 * MARGIN + 30 + 100 + 24 + 40 + 60);
    }

    @Test
    void keptPicturesArePrintedByTheirName() throws Exception {
        put(0x1d, '(', 'L', 11 + 2, 0, 48, 83, 48, 'A', 'B', 1, 16, 0, 1, 0, 49, 0xff, 0xff);
        put(0x1d, '(', 'L', 6, 0, 48, 85, 'A', 'B', 2, 2);
        assertThat(Bench.ink(printed("").picture())).isEqualTo(2 * 2 * 16);
        assertThat(bench.printer.unknownCommands()).isEmpty();
    }

    /** Where the cells of upright strokes begin; a stroke stands 5 dots from its cell's edge. */
    private static List<Integer> strokes(Printout paper, int line) {
        int top = MARGIN + line * 30;
        List<Integer> places = new ArrayList<>();
        for (int x = MARGIN; x < paper.picture().getWidth(); x++) {
            int place = x - MARGIN - STROKE;
            long ink = Bench.ink(paper.picture().getSubimage(x, top, 1, 24));
            if (ink > 10 && (places.isEmpty() || place - places.getLast() > 4)) {
                places.add(place);
            }
        }
        return places;
    }

    private Printout printed(String last) throws Exception {
        if (!last.isEmpty()) {
            text(last + "\n");
        } else {
            put(0x1b, 'd', 0);
        }
        put(0x1d, 'V', 0);
        return bench.print(out.toByteArray(), 1).getFirst();
    }

    private void put(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] filled(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
    }
}
