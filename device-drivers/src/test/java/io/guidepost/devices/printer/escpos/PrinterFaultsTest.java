package io.guidepost.devices.printer.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.PrintOutcome.NotPrinted;
import io.guidepost.devices.PrintOutcome.Printed;
import io.guidepost.devices.PrintOutcome.Reason;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptLine;
import io.guidepost.devices.ReceiptLine.Text;
import io.guidepost.devices.printer.escpos.PrinterCondition.Trouble;
import io.guidepost.devices.sim.PrinterModel;
import io.guidepost.devices.sim.PrinterModel.Answers;
import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.devices.sim.PrinterSimulator.Printout;
import io.guidepost.devices.transport.TcpAddress;
import io.guidepost.devices.transport.TcpLine;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong at a printer, and printers that answer less than they should. */
class PrinterFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final PrinterSettings QUICK =
            PrinterSettings.STANDARD.with(576, Duration.ofMillis(1500)).with(EscPosContract.QUICK);
    private static final PrinterModel FORGETS_NOTHING =
            new PrinterModel("X", "Y", "Z", 576, new Answers(true, true, true, false));

    private final List<AutoCloseable> open = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private PrinterSimulator simulator;

    @SuppressWarnings("NullAway.Init")
    private EscPosPrinter printer;

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void aPrinterWithoutProcessIdsAndStatusBackIsPolledAndStillConfirms() throws Exception {
        start(PrinterModel.PLAIN, QUICK);
        ready();
        assertThat(print(lines(3))).isEqualTo(new Printed());
        assertThat(print(lines(3))).isEqualTo(new Printed());
        simulator.set(PrinterCondition.of(Trouble.COVER_OPEN));
        fault(Reason.COVER_OPEN);
        simulator.set(PrinterCondition.of(Trouble.OVERHEATED));
        fault(Reason.OVERHEATED);
        simulator.set(PrinterCondition.FINE);
        ready();
        assertThat(texts()).hasSize(2);
        assertThat(printer.counters().get("timeouts")).isZero();
    }

    @Test
    void aPrinterThatSaysItIsWellHasNotPrintedYet() throws Exception {
        start(PrinterModel.PLAIN, QUICK.with(Fence.STATUS));
        ready();
        simulator.setSpeed(500);
        simulator.paperEndsAfter(250);
        assertThat(print(lines(10))).isEqualTo(new NotPrinted(Reason.PAPER_OUT));
    }

    @Test
    void aSmallReceiptThatAPrinterResumesByItselfIsNeverTwiceAnOriginal() throws Exception {
        start(FORGETS_NOTHING, QUICK);
        ready();
        simulator.paperEndsAfter(50);
        assertThat(print(lines(20))).isEqualTo(new NotPrinted(Reason.PAPER_OUT));
        simulator.set(PrinterCondition.FINE);
        // It prints on what it had, which was all of it, and tells so.
        await().atMost(SOON).until(() -> printer.counters().get("resumed") == 1);
        ready();
        assertThat(texts()).hasSize(1);
        assertThat(print(lines(20))).isEqualTo(new Printed());
        assertThat(texts()).hasSize(2);
        assertThat(texts().getLast()).startsWith("COPY\n").contains("line 19");
        assertThat(printer.counters().get("pages")).isEqualTo(1);
        assertThat(printer.counters().get("copies")).isEqualTo(1);
        assertThat(print(lines(20).asCopy())).isEqualTo(new Printed());
        assertThat(print(lines(7))).isEqualTo(new Printed());
        assertThat(texts().getLast()).startsWith("line 0\n");
    }

    @Test
    void aLongReceiptThatCannotBeTakenBackComesOutInPartAtMost() throws Exception {
        start(PrinterModel.PLAIN, QUICK);
        ready();
        simulator.paperEndsAfter(300);
        assertThat(print(lines(400))).isEqualTo(new NotPrinted(Reason.PAPER_OUT));
        simulator.set(PrinterCondition.FINE);
        ready();
        assertThat(print(lines(400))).isEqualTo(new Printed());
        assertThat(texts()).hasSize(2);
        assertThat(texts().getFirst()).startsWith("line 0\n").doesNotContain("line 399");
        assertThat(texts().getLast()).startsWith("COPY\n").contains("line 0\n", "line 399\n");
    }

    @Test
    void aReceiptThatWasRefusedBeforeAnythingWasSentIsNoCopy() throws Exception {
        start(PrinterModel.FULL, QUICK);
        ready();
        simulator.set(PrinterCondition.of(Trouble.PAPER_OUT));
        fault(Reason.PAPER_OUT);
        assertThat(print(lines(2))).isEqualTo(new NotPrinted(Reason.PAPER_OUT));
        simulator.set(PrinterCondition.FINE);
        ready();
        assertThat(print(lines(2))).isEqualTo(new Printed());
        assertThat(texts()).containsExactly("line 0\nline 1\n");
    }

    @Test
    void aCoverOpenedWhilePrintingStopsTheReceipt() throws Exception {
        start(PrinterModel.FULL, QUICK);
        ready();
        simulator.becomesAfter(200, PrinterCondition.of(Trouble.COVER_OPEN));
        assertThat(print(lines(100))).isEqualTo(new NotPrinted(Reason.COVER_OPEN));
        fault(Reason.COVER_OPEN);
        simulator.set(PrinterCondition.FINE);
        ready();
        assertThat(texts()).isEmpty();
        assertThat(print(lines(3))).isEqualTo(new Printed());
        assertThat(texts().getLast()).isEqualTo("line 0\nline 1\nline 2\n");
    }

    @Test
    void aHeadThatGetsTooHotIsToldAndCoolsDown() throws Exception {
        start(PrinterModel.FULL, QUICK);
        ready();
        simulator.becomesAfter(200, PrinterCondition.of(Trouble.OVERHEATED));
        assertThat(print(lines(100))).isEqualTo(new NotPrinted(Reason.OVERHEATED));
        simulator.set(PrinterCondition.FINE);
        ready();
        assertThat(print(lines(100))).isEqualTo(new Printed());
        assertThat(texts().getLast()).startsWith("COPY\n");
    }

    @Test
    void eachTroubleHasItsOwnWords() throws Exception {
        start(PrinterModel.FULL, QUICK);
        ready();
        for (Trouble trouble : Trouble.values()) {
            if (trouble == Trouble.PAPER_NEAR_END) {
                continue;
            }
            simulator.set(PrinterCondition.of(trouble));
            Reason reason = Reason.valueOf(trouble.name());
            fault(reason);
            assertThat(print(lines(1))).isEqualTo(new NotPrinted(reason));
        }
        assertThat(texts()).isEmpty();
    }

    @Test
    void paperNearItsEndStillPrintsUntilItEnds() throws Exception {
        start(PrinterModel.FULL, QUICK);
        ready();
        simulator.set(PrinterCondition.of(Trouble.PAPER_NEAR_END));
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Degraded);
        assertThat(print(lines(3))).isEqualTo(new Printed());
        simulator.paperEndsAfter(100);
        assertThat(print(lines(30))).isEqualTo(new NotPrinted(Reason.PAPER_OUT));
        fault(Reason.PAPER_OUT);
    }

    @Test
    void aLineThatGoesOneWayIsHonest() throws Exception {
        start(PrinterModel.SILENT, QUICK.with(Fence.NONE));
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Degraded);
        assertThat(print(lines(3))).isEqualTo(new NotPrinted(Reason.UNCONFIRMED));
        await().atMost(SOON).until(() -> texts().size() == 1);
        assertThat(print(lines(3))).isEqualTo(new NotPrinted(Reason.UNCONFIRMED));
        await().atMost(SOON).until(() -> texts().size() == 2);
        assertThat(texts().getLast()).startsWith("COPY\n");
        assertThat(printer.counters().get("pages")).isZero();
    }

    @Test
    void aPrinterThatAnswersNothingIsNeverReady() throws Exception {
        start(PrinterModel.SILENT, QUICK);
        await().atMost(SOON).until(() -> printer.counters().get("timeouts") > 0);
        assertThat(printer.status().usable()).isFalse();
        assertThat(print(lines(3))).isEqualTo(new NotPrinted(Reason.OFFLINE));
        assertThat(texts()).isEmpty();
    }

    @Test
    void whereAConnectionIsAcceptedAndNobodyReadsNothingIsPrintedAndNothingHangs()
            throws Exception {
        ServerSocket nobody = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        open.add(nobody);
        connect(new TcpAddress("127.0.0.1", nobody.getLocalPort()), QUICK);
        await().atMost(SOON).until(() -> printer.counters().get("timeouts") > 0);
        assertThat(printer.status().usable()).isFalse();
        assertThat(print(lines(400))).isEqualTo(new NotPrinted(Reason.OFFLINE));
    }

    @Test
    void processIdsCanBeInsistedOn() throws Exception {
        start(PrinterModel.PLAIN, QUICK.with(Fence.PROCESS_ID));
        ready();
        assertThat(print(lines(3))).isEqualTo(new NotPrinted(Reason.TIMEOUT));
    }

    @Test
    void aReceiptTooWideForItsPaperIsRefusedByName() throws Exception {
        start(PrinterModel.FULL, QUICK);
        ready();
        assertThat(print(Receipt.of(new ReceiptLine.Code128("a".repeat(40)))))
                .isEqualTo(new NotPrinted(Reason.UNPRINTABLE));
        assertThat(print(lines(1))).isEqualTo(new Printed());
    }

    private void start(PrinterModel model, PrinterSettings settings) throws Exception {
        simulator = PrinterSimulator.start(0, model);
        open.add(simulator);
        connect(simulator.address(), settings);
    }

    private void connect(TcpAddress address, PrinterSettings settings) {
        printer =
                new EscPosPrinter(
                        new DeviceId(DeviceKind.PRINTER, "escpos"),
                        new PrinterLine(
                                TcpLine.to(address, Duration.ofSeconds(2)), "tcp:" + address),
                        settings,
                        Clock.systemUTC());
        open.add(printer);
        printer.start();
    }

    private void ready() {
        await().atMost(SOON).until(() -> printer.status() instanceof DeviceStatus.Ready);
    }

    private void fault(Reason reason) {
        await().atMost(SOON)
                .until(
                        () ->
                                printer.status() instanceof DeviceStatus.Fault(String why, _)
                                        && why.equals(reason.words()));
    }

    private List<String> texts() {
        return simulator.printouts().stream().map(Printout::text).toList();
    }

    private PrintOutcome print(Receipt receipt) throws Exception {
        return printer.print(receipt).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Receipt lines(int count) {
        ReceiptLine[] lines = new ReceiptLine[count];
        for (int i = 0; i < count; i++) {
            lines[i] = Text.of("line " + i);
        }
        return Receipt.of(lines);
    }
}
