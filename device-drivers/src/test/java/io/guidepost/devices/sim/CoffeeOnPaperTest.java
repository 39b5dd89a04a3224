package io.guidepost.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPos.CharacterCodeTable;
import com.github.anastaciocintra.escpos.EscPos.CutMode;
import com.github.anastaciocintra.escpos.EscPos.PinConnector;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.PrintModeStyle;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.Style.ColorMode;
import com.github.anastaciocintra.escpos.Style.FontName;
import com.github.anastaciocintra.escpos.Style.FontSize;
import com.github.anastaciocintra.escpos.Style.Underline;
import com.github.anastaciocintra.escpos.barcode.BarCode;
import com.github.anastaciocintra.escpos.barcode.BarCode.BarCodeHRIPosition;
import com.github.anastaciocintra.escpos.barcode.BarCode.BarCodeSystem;
import com.github.anastaciocintra.escpos.barcode.PDF417;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.github.anastaciocintra.escpos.image.BitImageWrapper;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.GraphicsImageWrapper;
import com.github.anastaciocintra.escpos.image.ImageWrapperInterface;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import io.guidepost.devices.Raster;
import io.guidepost.devices.scanner.camera.CodePictures;
import io.guidepost.devices.sim.PrinterSimulator.Printout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What escpos-coffee sends, on our emulator's paper. */
class CoffeeOnPaperTest {
    private static final String LINK = "https://guidepost.example/v/7Q2M-4KXT";

    private interface Writing {
        void to(EscPos printer) throws IOException;
    }

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        assertThat(bench.printer.unknownCommands()).isEmpty();
        bench.close();
    }

    @Test
    void styles() throws Exception {
        Printout paper =
                print(
                        "styles",
                        p -> {
                            p.setCharacterCodeTable(CharacterCodeTable.CP858_Euro);
                            p.writeLF(
                                    new Style()
                                            .setFontSize(FontSize._2, FontSize._2)
                                            .setJustification(Justification.Center),
                                    "Title");
                            p.writeLF(new Style().setBold(true), "bold");
                            p.writeLF(new Style().setUnderline(Underline.TwoDotThick), "underline");
                            p.writeLF(new Style().setColorMode(ColorMode.WhiteOnBlack), "inverse");
                            p.writeLF(new Style().setFontName(FontName.Font_B), "font B");
                            p.writeLF(
                                    new PrintModeStyle()
                                            .setFontSize(true, false)
                                            .setUnderline(true),
                                    "print mode");
                            p.writeLF(new Style().setJustification(Justification.Right), "7,50 €");
                        });
        assertThat(paper.text())
                .isEqualTo("Title\nbold\nunderline\ninverse\nfont B\nprint mode\n7,50 €\n");
        BufferedImage picture = paper.picture();
        // The inverse line is mostly black, its neighbours are mostly white.
        assertThat(Bench.ink(picture, 16 + 48 + 60, 16 + 48 + 84))
                .isGreaterThan(3 * Bench.ink(picture, 16 + 48, 16 + 48 + 24));
        // Right-aligned: nothing but paper at the left of the last line, ink at its right.
        assertThat(Bench.ink(picture.getSubimage(0, 212, 400, 28))).isZero();
        assertThat(Bench.ink(picture.getSubimage(500, 212, 92, 28))).isPositive();
    }

    @Test
    void codePages() throws Exception {
        Map<CharacterCodeTable, String> texts =
                Map.of(
                        CharacterCodeTable.CP437_USA_Standard_Europe, "Ünïcödé ½ ▒",
                        CharacterCodeTable.CP852_Latin2, "Łódź Příliš",
                        CharacterCodeTable.CP866_Cyrillic_2, "Привет",
                        CharacterCodeTable.WPC1252, "Œuvre – “x” €",
                        CharacterCodeTable.WCP1253_Greek, "Ελληνικά",
                        CharacterCodeTable.CP857_Turkish, "İstanbul ğış");
        for (Map.Entry<CharacterCodeTable, String> text : texts.entrySet()) {
            Printout paper =
                    print(
                            "page-" + text.getKey(),
                            p -> {
                                p.setCharacterCodeTable(text.getKey());
                                p.writeLF(text.getValue());
                            });
            assertThat(paper.text()).isEqualTo(text.getValue() + "\n");
        }
    }

    @Test
    void barCodes() throws Exception {
        Map<BarCodeSystem, List<String>> codes =
                Map.ofEntries(
                        Map.entry(BarCodeSystem.UPCA, List.of("012345678905", "012345678905")),
                        Map.entry(BarCodeSystem.UPCA_B, List.of("01234567890", "012345678905")),
                        Map.entry(BarCodeSystem.JAN13_A, List.of("4006381333931", "4006381333931")),
                        Map.entry(BarCodeSystem.JAN13_B, List.of("400638133393", "4006381333931")),
                        Map.entry(BarCodeSystem.JAN8_A, List.of("9638507", "96385074")),
                        Map.entry(BarCodeSystem.JAN8_B, List.of("96385074", "96385074")),
                        Map.entry(BarCodeSystem.CODE39_A, List.of("GUIDE-42", "GUIDE-42")),
                        Map.entry(BarCodeSystem.CODE39_B, List.of("GUIDE-42", "GUIDE-42")),
                        Map.entry(BarCodeSystem.ITF_A, List.of("12345678901231", "12345678901231")),
                        Map.entry(BarCodeSystem.ITF_B, List.of("12345678901231", "12345678901231")),
                        Map.entry(BarCodeSystem.CODABAR_A, List.of("A123456B", "123456")),
                        Map.entry(BarCodeSystem.CODABAR_B, List.of("A123456B", "123456")),
                        Map.entry(BarCodeSystem.CODE93_Default, List.of("GUIDE93", "GUIDE93")),
                        Map.entry(BarCodeSystem.CODE128, List.of("{BGuide-128", "Guide-128")));
        for (Map.Entry<BarCodeSystem, List<String>> code : codes.entrySet()) {
            Printout paper =
                    print(
                            "bars-" + code.getKey(),
                            p ->
                                    p.write(
                                            new BarCode()
                                                    .setSystem(code.getKey())
                                                    .setBarCodeSize(2, 100)
                                                    .setHRIPosition(BarCodeHRIPosition.BelowBarCode)
                                                    .setJustification(Justification.Center),
                                            code.getValue().getFirst()));
            assertThat(Bench.anyCodes(paper.picture()))
                    .as(code.getKey().name())
                    .contains(code.getValue().getLast());
        }
    }

    @Test
    void squareCodes() throws Exception {
        Printout qr =
                print(
                        "qr",
                        p ->
                                p.write(
                                        new QRCode()
                                                .setSize(6)
                                                .setJustification(Justification.Right),
                                        LINK));
        assertThat(Bench.codes(qr.picture())).containsExactly(LINK);
        Printout pdf = print("pdf417", p -> p.write(new PDF417(), "Guidepost 417"));
        assertThat(Bench.anyCodes(pdf.picture())).containsExactly("Guidepost 417");
    }

    @Test
    void picturesByEachCommand() throws Exception {
        Map<String, ImageWrapperInterface<?>> ways =
                Map.of(
                        "ESC *", new BitImageWrapper(),
                        "GS v 0", new RasterBitImageWrapper(),
                        "GS ( L", new GraphicsImageWrapper());
        EscPosImage picture = new EscPosImage(new CoffeeImageImpl(drawn()), new BitonalThreshold());
        for (Map.Entry<String, ImageWrapperInterface<?>> way : ways.entrySet()) {
            Printout paper =
                    print("picture " + way.getKey(), p -> p.write(way.getValue(), picture));
            assertThat(Bench.codes(paper.picture())).as(way.getKey()).containsExactly(LINK);
        }
    }

    @Test
    void opensTheDrawer() throws Exception {
        print(
                "drawer",
                p -> {
                    p.pulsePin(PinConnector.Pin_2, 50, 75);
                    p.writeLF("drawer");
                });
        assertThat(bench.printer.pulses()).isEqualTo(1);
    }

    private Printout print(String name, Writing writing) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EscPos printer = new EscPos(bytes);
        printer.initializePrinter();
        writing.to(printer);
        printer.feed(2);
        printer.cut(CutMode.FULL);
        printer.flush();
        Printout paper = bench.print(bytes.toByteArray(), 1).getFirst();
        Bench.keep("coffee " + name, paper.picture());
        return paper;
    }

    /** A QR code with room around it. */
    private static BufferedImage drawn() {
        Raster dots = CodePictures.qr(LINK, 5);
        BufferedImage picture =
                new BufferedImage(
                        dots.width() + 40, dots.height() + 40, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, dots.isBlack(x - 20, y - 20) ? 0 : 0xffffff);
            }
        }
        return picture;
    }
}
