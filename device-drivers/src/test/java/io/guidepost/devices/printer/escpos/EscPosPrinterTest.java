package io.guidepost.devices.printer.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.PrintOutcome.NotPrinted;
import io.guidepost.devices.PrintOutcome.Printed;
import io.guidepost.devices.PrintOutcome.Reason;
import io.guidepost.devices.Raster;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptLine.Ean13;
import io.guidepost.devices.ReceiptLine.Feed;
import io.guidepost.devices.ReceiptLine.Image;
import io.guidepost.devices.ReceiptLine.QrCode;
import io.guidepost.devices.ReceiptLine.Rule;
import io.guidepost.devices.ReceiptLine.Text;
import io.guidepost.devices.TextStyle;
import io.guidepost.devices.printer.escpos.PrinterCondition.Trouble;
import io.guidepost.devices.scanner.camera.DecodedCode;
import io.guidepost.devices.scanner.camera.FrameDecoder;
import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.devices.transport.TcpLine;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collections;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ESC/POS driver against the shipped printer over TCP. */
class EscPosPrinterTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String EAN = "4006381333931";
    private static final String LINK = "https://guidepost.example/v/7Q2M-4KXT";

    @SuppressWarnings("NullAway.Init")
    private PrinterSimulator simulator;

    @SuppressWarnings("NullAway.Init")
    private EscPosPrinter printer;

    @BeforeEach
    void start() throws Exception {
        simulator = PrinterSimulator.start(0);
        printer =
                new EscPosPrinter(
                        new DeviceId(DeviceKind.PRINTER, "escpos"),
                        new PrinterLine(
                                TcpLine.to(simulator.address(), Duration.ofSeconds(2)),
                                "tcp:" + simulator.address()),
                        PrinterSettings.STANDARD.with(576, Duration.ofSeconds(3)),
                        Clock.systemUTC());
        printer.start();
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Ready);
    }

    @AfterEach
    void stop() {
        printer.close();
        simulator.close();
    }

    @Test
    void printsAVoucherWhoseCodesCanBeReadFromThePaper() throws Exception {
        assertThat(
                        print(
                                Receipt.of(
                                        new Text("Haircut", TextStyle.TITLE),
                                        Text.of("Friseur Schön, Königstraße 5, 24,90 €"),
                                        new Rule(),
                                        new QrCode(LINK),
                                        new Feed(2),
                                        new Ean13(EAN),
                                        new Feed(2))))
                .isEqualTo(new Printed());
        assertThat(simulator.receipts()).hasSize(1);
        assertThat(new FrameDecoder(Duration.ofSeconds(5)).decode(simulator.receipts().getFirst()))
                .extracting(DecodedCode::data)
                .containsExactlyInAnyOrder(LINK, EAN);
        assertThat(printer.counters().get("pages")).isEqualTo(1);
    }

    @Test
    void sendsUmlautsInACodePageAndNeverAQuestionMark() {
        byte[] bytes =
                new EscPosEncoder(PrinterSettings.STANDARD)
                        .encode(Receipt.of(Text.of("Größe ÄÖÜ 5 € Łódź Привет")))
                        .getFirst();
        String sent = new String(bytes, Charset.forName("IBM00858"));
        assertThat(sent).contains("Größe ÄÖÜ 5 €").doesNotContain("?");
        assertThat(new String(bytes, Charset.forName("IBM852"))).contains("Ł");
        assertThat(new String(bytes, Charset.forName("IBM866"))).contains("Привет");
    }

    @Test
    void umlautsLookDifferentFromTheirLettersOnPaper() throws Exception {
        assertThat(print(Receipt.of(Text.of("ÄÖÜ")))).isEqualTo(new Printed());
        assertThat(print(Receipt.of(Text.of("AOU")))).isEqualTo(new Printed());
        assertThat(ink(simulator.receipts().get(0)))
                .isGreaterThan(ink(simulator.receipts().get(1)));
    }

    @Test
    void printsChineseAsAPicture() throws Exception {
        String text = "欢迎光临";
        assumeTrue(new Font(Font.SANS_SERIF, Font.PLAIN, 24).canDisplayUpTo(text) < 0);
        assertThat(print(Receipt.of(Text.of(text)))).isEqualTo(new Printed());
        assertThat(ink(simulator.receipts().getFirst())).isGreaterThan(300);
    }

    @Test
    void marksACopy() throws Exception {
        Receipt original = Receipt.of(Text.of("Voucher"));
        assertThat(print(original)).isEqualTo(new Printed());
        assertThat(print(original.asCopy())).isEqualTo(new Printed());
        assertThat(simulator.receipts().get(1).getHeight())
                .isGreaterThan(simulator.receipts().get(0).getHeight() + 40);
        assertThat(ink(simulator.receipts().get(1)))
                .isGreaterThan(ink(simulator.receipts().get(0)) + 200);
    }

    @Test
    void saysWhatKeepsItFromPrinting() throws Exception {
        refuses(PrinterCondition.of(Trouble.PAPER_OUT, Trouble.PAPER_NEAR_END), Reason.PAPER_OUT);
        refuses(PrinterCondition.of(Trouble.COVER_OPEN), Reason.COVER_OPEN);
        refuses(PrinterCondition.of(Trouble.CUTTER_ERROR), Reason.CUTTER_ERROR);
        refuses(PrinterCondition.of(Trouble.OFFLINE), Reason.OFFLINE);
        simulator.set(PrinterCondition.of(Trouble.PAPER_NEAR_END));
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Degraded);
        assertThat(print(Receipt.of(Text.of("near the end of the paper"))))
                .isEqualTo(new Printed());
    }

    private void refuses(PrinterCondition condition, Reason reason) throws Exception {
        simulator.set(condition);
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Fault);
        assertThat(print(Receipt.of(Text.of("refused")))).isEqualTo(new NotPrinted(reason));
        simulator.set(PrinterCondition.FINE);
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Ready);
        assertThat(simulator.receipts()).isEmpty();
    }

    @Test
    void aReceiptThePaperEndedInDoesNotComeOutLater() throws Exception {
        simulator.paperEndsAfter(60);
        assertThat(
                        print(
                                Receipt.of(
                                        Text.of("one"),
                                        Text.of("two"),
                                        Text.of("three"),
                                        Text.of("four"))))
                .isEqualTo(new NotPrinted(Reason.PAPER_OUT));
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Fault);
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        simulator.set(PrinterCondition.FINE);
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Ready);
        assertThat(print(Receipt.of(new Ean13(EAN)))).isEqualTo(new Printed());
        // What was half printed is cut off before the next receipt begins.
        assertThat(simulator.printouts()).hasSize(2);
        assertThat(simulator.printouts().getFirst().text())
                .startsWith("one")
                .doesNotContain("four");
        assertThat(simulator.printouts().getLast().text()).isEqualTo(EAN + "\n");
        assertThat(printer.counters().get("paper-outs")).isEqualTo(1);
        assertThat(printer.counters().get("pages")).isEqualTo(1);
    }

    @Test
    void aReceiptThatWaitsInTheNetworkWhenTheCoverIsOpenedDoesNotComeOutLater() throws Exception {
        simulator.setStopsReading(true);
        simulator.becomesAfter(60, PrinterCondition.of(Trouble.COVER_OPEN));
        assertThat(print(tall())).isEqualTo(new NotPrinted(Reason.COVER_OPEN));
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Fault);
        int before = simulator.paper().getHeight();
        simulator.set(PrinterCondition.FINE);
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Ready);
        assertThat(simulator.receipts()).isEmpty();
        assertThat(simulator.paper().getHeight()).isEqualTo(before);

        assertThat(print(Receipt.of(new Ean13(EAN)))).isEqualTo(new Printed());
        assertThat(simulator.receipts()).hasSize(2);
        assertThat(printer.counters().get("line-losses")).isZero();
    }

    @Test
    void theReceiptBehindOneThatFailedIsPrinted() throws Exception {
        simulator.setStopsReading(true);
        simulator.becomesAfter(60, PrinterCondition.of(Trouble.COVER_OPEN));
        CompletionStage<PrintOutcome> first = printer.print(tall());
        CompletionStage<PrintOutcome> second = printer.print(Receipt.of(Text.of("second")));
        assertThat(first.toCompletableFuture().get(20, TimeUnit.SECONDS))
                .isEqualTo(new NotPrinted(Reason.COVER_OPEN));
        assertThat(second.toCompletableFuture().get(20, TimeUnit.SECONDS))
                .isEqualTo(new NotPrinted(Reason.COVER_OPEN));
        simulator.set(PrinterCondition.FINE);
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Ready);
        assertThat(print(Receipt.of(Text.of("second")))).isEqualTo(new Printed());
        // It was never sent, so it is no copy.
        assertThat(simulator.printouts().getLast().text()).isEqualTo("second\n");
    }

    /** Pictures of 70 KB, far more than a printer takes while it cannot print. */
    private static Receipt tall() {
        BitSet dots = new BitSet();
        dots.set(0, 576 * 100);
        return new Receipt(Collections.nCopies(10, new Image(new Raster(576, 100, dots))), false);
    }

    @Test
    void aPrinterThatNeverAnswersIsNotPrintedInTime() throws Exception {
        simulator.setMute(true);
        long began = System.nanoTime();
        assertThat(print(Receipt.of(Text.of("lost")))).isEqualTo(new NotPrinted(Reason.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
        simulator.setMute(false);
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Ready);
        assertThat(print(Receipt.of(Text.of("found")))).isEqualTo(new Printed());
    }

    @Test
    void saysWhatIsTheMatterWithAPrinterThatItFindsInTrouble() throws Exception {
        simulator.set(PrinterCondition.of(Trouble.COVER_OPEN));
        simulator.dropConnection();
        await().atMost(SOON).until(() -> printer.counters().get("retries") > 0);
        await().atMost(SOON)
                .until(
                        () ->
                                printer.status() instanceof DeviceStatus.Fault(String reason, _)
                                        && reason.equals("the cover is open"));
        assertThat(print(Receipt.of(Text.of("x")))).isEqualTo(new NotPrinted(Reason.COVER_OPEN));
        simulator.set(PrinterCondition.FINE);
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Ready);
        assertThat(print(Receipt.of(Text.of("x")))).isEqualTo(new Printed());
    }

    @Test
    void comesBackAfterTheLineBroke() throws Exception {
        simulator.dropConnection();
        await().atMost(SOON).until(() -> printer.counters().get("retries") > 0);
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Ready);
        assertThat(print(Receipt.of(Text.of("again")))).isEqualTo(new Printed());
    }

    @Test
    void refusesAReceiptThatCannotBe() {
        assertThatThrownBy(() -> new Ean13("4006381333930")).hasMessageContaining("check digit");
        assertThatThrownBy(() -> Text.of("a\u001bb")).hasMessageContaining("control");
    }

    @Test
    void breaksLongLinesAtBlanks() {
        assertThat(EscPosEncoder.wrap("one two three", 8)).containsExactly("one two", "three");
        assertThat(EscPosEncoder.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    }

    private PrintOutcome print(Receipt receipt) throws Exception {
        return printer.print(receipt).toCompletableFuture().get(20, TimeUnit.SECONDS);
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
