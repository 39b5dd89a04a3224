package io.guidepost.devices.printer.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.devices.Raster;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptLine.Code128;
import io.guidepost.devices.ReceiptLine.Image;
import io.guidepost.devices.ReceiptLine.Text;
import io.guidepost.devices.TextStyle;
import io.guidepost.devices.scanner.camera.DecodedCode;
import io.guidepost.devices.scanner.camera.FrameDecoder;
import io.guidepost.devices.sim.PrinterModel;
import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.devices.sim.PrinterSimulator.Printout;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Receipts in commands, seen on the emulator's paper. */
class EscPosEncoderTest {
    private static final int MARGIN = 16;

    @Test
    void code128IsReadBack() throws Exception {
        for (String text :
                List.of("Guide-{128}", "1234567890123456789012", "AB123456c7", "1604162016051")) {
            Printout paper = printed(PrinterSettings.STANDARD, Receipt.of(new Code128(text)));
            assertThat(new FrameDecoder(Duration.ofSeconds(5)).decode(paper.picture()))
                    .extracting(DecodedCode::data)
                    .containsExactly(text);
            assertThat(paper.text()).isEqualTo(text + "\n");
        }
    }

    @Test
    void code128IsAsShortAsCanBe() {
        // Start, data, check, stop: pairs of digits in one character, where changing sets pays.
        assertThat(characters("1234567890")).isEqualTo(1 + 5);
        assertThat(characters("ABC")).isEqualTo(1 + 3);
        assertThat(characters("A12B")).isEqualTo(1 + 4);
        assertThat(characters("A1234B")).isEqualTo(1 + 6);
        assertThat(characters("A123456B")).isEqualTo(1 + 7);
        assertThat(characters("12345")).isEqualTo(1 + 4);
        assertThat(characters("1234A")).isEqualTo(1 + 4);
        assertThat(characters("A1234")).isEqualTo(1 + 4);
    }

    /** Start character and data. */
    private static int characters(String text) {
        return (Code128Data.modules(text) - 13 - 20) / 11 - 1;
    }

    @Test
    void noPictureHoldsARealTimeCommand() {
        Random random = new Random(42);
        BitSet dots = new BitSet();
        byte[] nasty = {0x10, 0x14, 0x10, 0x05, 0x10, 0x04, 0x10, 0x14, 1, 0, 1};
        for (int i = 0; i < 576 * 200 / 8; i++) {
            int b = nasty[random.nextInt(nasty.length)];
            for (int bit = 0; bit < 8; bit++) {
                dots.set(i * 8 + bit, (b >> (7 - bit) & 1) == 1);
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        new EscPosEncoder(PrinterSettings.STANDARD)
                .encode(Receipt.of(new Image(new Raster(576, 200, dots))))
                .forEach(all::writeBytes);
        byte[] bytes = all.toByteArray();
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i - 1] == 0x10) {
                assertThat(bytes[i]).isNotIn((byte) 4, (byte) 5, (byte) 0x14);
            }
        }
    }

    @Test
    void noPieceIsLargerThanASmallBuffer() {
        BitSet dots = new BitSet();
        dots.set(0, 576 * 900);
        List<byte[]> pieces =
                new EscPosEncoder(PrinterSettings.STANDARD)
                        .encode(
                                Receipt.of(
                                        new Image(new Raster(576, 900, dots)),
                                        Text.of("你好".repeat(100)),
                                        Text.of("word ".repeat(300))));
        assertThat(pieces).allSatisfy(p -> assertThat(p.length).isLessThanOrEqualTo(1500));
    }

    @Test
    void arabicGoesAsDotsFromTheRightAndJoined() throws Exception {
        String text = "مرحبا بكم";
        asDots(text);
        BufferedImage paper =
                printed(PrinterSettings.STANDARD, Receipt.of(Text.of(text))).picture();
        assertThat(ink(paper.getSubimage(MARGIN, 0, 400, paper.getHeight()))).isZero();
        // Letters that are kept from joining take other forms, and more room.
        Raster joined = TextRaster.draw("مرحبا", TextStyle.PLAIN, 576);
        Raster apart = TextRaster.draw("م\u200cر\u200cح\u200cب\u200cا", TextStyle.PLAIN, 576);
        assertThat(leftEdge(apart)).isLessThan(leftEdge(joined));
    }

    @Test
    void chineseAndEmojiGoAsDots() throws Exception {
        asDots("欢迎光临");
        asDots("Thank you 😀");
        asDots("ქართული");
    }

    /** What is on the paper is dot for dot what the machine's fonts draw, and no question mark. */
    private static void asDots(String text) throws Exception {
        Raster drawn = TextRaster.draw(text, TextStyle.PLAIN, 576);
        Printout paper = printed(PrinterSettings.STANDARD, Receipt.of(Text.of(text)));
        assertThat(paper.text()).isEmpty();
        for (int y = 0; y < drawn.height(); y++) {
            for (int x = 0; x < 576; x++) {
                boolean dark =
                        paper.picture().getRaster().getSample(MARGIN + x, MARGIN + y, 0) < 128;
                if (dark != drawn.isBlack(x, y)) {
                    throw new AssertionError(text + " differs at " + x + ", " + y);
                }
            }
        }
        assumeTrue(
                text.codePoints()
                        .allMatch(c -> new Font(Font.SANS_SERIF, Font.PLAIN, 24).canDisplay(c)),
                "no font on this machine has " + text);
        assertThat(ink(paper.picture())).isGreaterThan(300);
    }

    @Test
    void onlyTheCodePagesThePrinterHasAreUsed() throws Exception {
        PrinterSettings usa =
                new PrinterSettings(
                        576,
                        Duration.ofSeconds(1),
                        Fence.AUTO,
                        CodePages.parse("0"),
                        java.util.Optional.empty(),
                        PrinterSettings.Pace.STANDARD);
        assertThat(printed(usa, Receipt.of(Text.of("Größe"))).text()).isEqualTo("Größe\n");
        // The euro sign is not in 437, so the line goes as dots.
        assertThat(printed(usa, Receipt.of(Text.of("5 €"))).text()).isEmpty();
        assertThatThrownBy(() -> CodePages.parse("0,7")).hasMessageContaining("19, 0, 18, 17, 16");
    }

    @Test
    void theLogoStandsAtTheTop() throws Exception {
        BitSet dots = new BitSet();
        dots.set(0, 200 * 50);
        Printout paper =
                printed(
                        PrinterSettings.STANDARD.with(new Raster(200, 50, dots)),
                        Receipt.of(Text.of("below")));
        assertThat(ink(paper.picture().getSubimage(MARGIN + 188, MARGIN, 200, 50)))
                .isEqualTo(200 * 50);
        assertThat(paper.text()).isEqualTo("below\n");
    }

    private static Printout printed(PrinterSettings settings, Receipt receipt) throws Exception {
        try (PrinterSimulator simulator = PrinterSimulator.start(0, PrinterModel.FULL);
                Socket socket =
                        new Socket(simulator.address().host(), simulator.address().port())) {
            for (byte[] piece : new EscPosEncoder(settings).encode(receipt)) {
                socket.getOutputStream().write(piece);
            }
            await().atMost(Duration.ofSeconds(15)).until(() -> !simulator.printouts().isEmpty());
            assertThat(simulator.unknownCommands()).isEmpty();
            return simulator.printouts().getFirst();
        }
    }

    private static int leftEdge(Raster raster) {
        for (int x = 0; x < raster.width(); x++) {
            for (int y = 0; y < raster.height(); y++) {
                if (raster.isBlack(x, y)) {
                    return x;
                }
            }
        }
        return raster.width();
    }

    private static long ink(BufferedImage paper) {
        long black = 0;
        for (int y = 0; y < paper.getHeight(); y++) {
            for (int x = 0; x < paper.getWidth(); x++) {
                if (paper.getRaster().getSample(x, y, 0) < 128) {
                    black++;
                }
            }
        }
        return black;
    }
}
