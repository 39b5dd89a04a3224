package io.guidepost.devices.bench.soak;

import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptLine.Ean13;
import io.guidepost.devices.ReceiptLine.QrCode;
import io.guidepost.devices.ReceiptLine.Text;
import io.guidepost.devices.ReceiptPrinter;
import io.guidepost.devices.printer.escpos.PrinterCondition;
import io.guidepost.devices.printer.escpos.PrinterCondition.Trouble;
import io.guidepost.devices.sim.PrinterSimulator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Takes the paper away, opens the cover, cuts the line while it prints. */
final class PrinterTorment extends Torment {
    private static final int LIMIT_SECONDS = 60;

    private final ReceiptPrinter printer;
    private final PrinterSimulator simulator;

    PrinterTorment(ReceiptPrinter printer, PrinterSimulator simulator) {
        super(printer);
        this.printer = printer;
        this.simulator = simulator;
    }

    @Override
    List<Fault> faults() {
        return List.of(
                new Fault("line cut", "line-losses", simulator::dropConnection, () -> {}),
                new Fault(
                        "paper out while printing",
                        "not-printed",
                        () -> {
                            simulator.paperEndsAfter(60);
                            refused();
                        },
                        this::heal),
                new Fault(
                        "paper out before printing",
                        "not-printed",
                        () -> {
                            simulator.set(PrinterCondition.of(Trouble.PAPER_OUT));
                            refused();
                        },
                        this::heal),
                new Fault(
                        "cover opened while printing",
                        "not-printed",
                        becomes(Trouble.COVER_OPEN),
                        this::heal),
                new Fault("cutter stuck", "not-printed", becomes(Trouble.CUTTER_ERROR), this::heal),
                new Fault("overheated", "not-printed", becomes(Trouble.OVERHEATED), this::heal));
    }

    private Action becomes(Trouble trouble) {
        return () -> {
            simulator.becomesAfter(60, PrinterCondition.of(trouble));
            refused();
        };
    }

    private void heal() {
        simulator.set(PrinterCondition.FINE);
    }

    private void refused() throws Exception {
        if (print() instanceof PrintOutcome.Printed) {
            score().failed("printed is said of a receipt that is not on the paper");
        }
    }

    private PrintOutcome print() throws Exception {
        return printer.print(
                        Receipt.of(
                                Text.of("Tea 4,90 €"),
                                new QrCode("https://guidepost.example/soak"),
                                new Ean13("4006381333931")))
                .toCompletableFuture()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    void work(RandomGenerator random) throws Exception {
        simulator.tearOff();
        PrintOutcome outcome = print();
        // Straight after a fault the printer may still be reconnecting: not printed is an answer.
        for (int i = 0; i < 20 && !(outcome instanceof PrintOutcome.Printed); i++) {
            Thread.sleep(random.nextInt(100, 500));
            outcome = print();
        }
        if (!(outcome instanceof PrintOutcome.Printed)) {
            score().failed("not printed: " + outcome);
            return;
        }
        await("the receipt is on the paper", () -> !simulator.receipts().isEmpty());
    }
}
