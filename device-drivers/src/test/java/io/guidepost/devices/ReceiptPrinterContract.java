package io.guidepost.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.PrintOutcome.NotPrinted;
import io.guidepost.devices.PrintOutcome.Printed;
import io.guidepost.devices.PrintOutcome.Reason;
import io.guidepost.devices.ReceiptLine.Ean13;
import io.guidepost.devices.ReceiptLine.QrCode;
import io.guidepost.devices.ReceiptLine.Text;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every receipt printer promises; each driver runs it against its simulator on each line. */
public abstract class ReceiptPrinterContract {
    protected static final Duration SOON = Duration.ofSeconds(15);
    private static final String EAN = "4006381333931";
    private static final String LINK = "https://guidepost.example/v/7Q2M-4KXT";

    protected ReceiptPrinter printer;

    /** Makes a driver connected to a running simulator; not started. */
    protected abstract ReceiptPrinter open() throws Exception;

    protected abstract void unplug() throws Exception;

    protected abstract void plug() throws Exception;

    /** Lets the paper end after so many more rows of dots. */
    protected abstract void paperEndsAfter(int rows);

    /** Paper out, cover open, or nothing. */
    protected abstract void trouble(Reason... reasons);

    /** Stops taking and answering anything, or goes on. */
    protected abstract void setDeaf(boolean deaf);

    /** What came out and was cut, as text; oldest first. */
    protected abstract List<String> texts();

    /** What came out and was cut, as pictures; oldest first. */
    protected abstract List<BufferedImage> pictures();

    /** Reads every code of a picture. */
    protected abstract List<String> codes(BufferedImage picture);

    @BeforeEach
    void start() throws Exception {
        printer = open();
        assertThat(printer.status()).isInstanceOf(DeviceStatus.Disconnected.class);
        printer.start();
        ready();
    }

    @AfterEach
    void stop() {
        printer.close();
        assertThat(printer.status()).isInstanceOf(DeviceStatus.Disconnected.class);
    }

    @Test
    void printsTextAndCodesThatCanBeRead() throws Exception {
        assertThat(print(Receipt.of(Text.of("Schön, 5 €"), new QrCode(LINK), new Ean13(EAN))))
                .isEqualTo(new Printed());
        assertThat(texts()).hasSize(1);
        assertThat(texts().getFirst()).startsWith("Schön, 5 €\n").contains(EAN);
        assertThat(codes(pictures().getFirst())).containsExactlyInAnyOrder(LINK, EAN);
        assertThat(printer.counters().get("pages")).isEqualTo(1);
    }

    @Test
    void printsOneAfterAnother() throws Exception {
        List<CompletionStage<PrintOutcome>> outcomes = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 5; i++) {
            outcomes.add(printer.print(Receipt.of(Text.of("receipt " + i))));
        }
        for (CompletionStage<PrintOutcome> outcome : outcomes) {
            assertThat(ended(outcome)).isEqualTo(new Printed());
        }
        assertThat(texts())
                .containsExactly(
                        "receipt 0\n", "receipt 1\n", "receipt 2\n", "receipt 3\n", "receipt 4\n");
    }

    @Test
    void printsALongReceipt() throws Exception {
        assertThat(print(longReceipt())).isEqualTo(new Printed());
        assertThat(texts()).hasSize(1);
        assertThat(texts().getFirst().lines()).hasSize(200);
    }

    @Test
    void saysWhatTheMatterIsAndRecovers() throws Exception {
        trouble(Reason.COVER_OPEN);
        refuses(Reason.COVER_OPEN);
        trouble(Reason.PAPER_OUT);
        refuses(Reason.PAPER_OUT);
        trouble();
        ready();
        assertThat(printer.health().selfTest().verdict()).isEqualTo(DeviceHealth.Verdict.GOOD);
        assertThat(print(Receipt.of(Text.of("well again")))).isEqualTo(new Printed());
        assertThat(texts()).containsExactly("well again\n");
    }

    private void refuses(Reason reason) throws Exception {
        await().atMost(SOON)
                .until(
                        () ->
                                printer.status() instanceof DeviceStatus.Fault(String why, _)
                                        && why.equals(reason.words()));
        assertThat(printer.health().selfTest().verdict()).isEqualTo(DeviceHealth.Verdict.BAD);
        assertThat(print(Receipt.of(Text.of("refused")))).isEqualTo(new NotPrinted(reason));
        assertThat(texts()).isEmpty();
    }

    @Test
    void aReceiptThePaperEndsInIsPrintedAgainAsACopyOnly() throws Exception {
        paperEndsAfter(300);
        assertThat(print(longReceipt())).isEqualTo(new NotPrinted(Reason.PAPER_OUT));
        trouble();
        ready();
        assertThat(print(longReceipt())).isEqualTo(new Printed());
        assertThat(texts().stream().filter(t -> t.contains("line 199"))).hasSize(1);
        assertThat(texts().getLast()).startsWith("COPY\n").contains("line 0\n", "line 199\n");
        assertThat(printer.counters().get("pages")).isEqualTo(1);
        assertThat(printer.counters().get("paper-outs")).isEqualTo(1);
    }

    @Test
    void nobodyReadingEndsInTime() throws Exception {
        setDeaf(true);
        assertThat(print(longReceipt())).isEqualTo(new NotPrinted(Reason.TIMEOUT));
        assertThat(printer.counters().get("timeouts")).isPositive();
        setDeaf(false);
        ready();
        assertThat(print(Receipt.of(Text.of("heard again")))).isEqualTo(new Printed());
        assertThat(texts().getLast()).isEqualTo("heard again\n");
    }

    @Test
    void comesBackAfterItWasUnplugged() throws Exception {
        unplug();
        await().atMost(SOON).until(() -> !printer.status().usable());
        plug();
        ready();
        assertThat(print(Receipt.of(Text.of("back")))).isEqualTo(new Printed());
        assertThat(texts()).containsExactly("back\n");
        assertThat(printer.counters().get("reconnects")).isPositive();
    }

    @Test
    void saysWhichOneItIs() {
        await().atMost(SOON).until(() -> !printer.identity().serial().isEmpty());
        assertThat(printer.identity().vendor()).isEqualTo("EPSON");
        assertThat(printer.identity().product()).isEqualTo("TM-T88VI");
        assertThat(printer.identity().path()).isNotEmpty();
    }

    protected static Receipt longReceipt() {
        ReceiptLine[] lines = new ReceiptLine[200];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Text.of("line " + i);
        }
        return Receipt.of(lines);
    }

    private void ready() {
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Ready);
    }

    protected PrintOutcome print(Receipt receipt) throws Exception {
        return ended(printer.print(receipt));
    }

    private static PrintOutcome ended(CompletionStage<PrintOutcome> outcome) throws Exception {
        return outcome.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
