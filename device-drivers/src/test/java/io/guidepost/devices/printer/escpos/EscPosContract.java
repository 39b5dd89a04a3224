package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.PrintOutcome.Reason;
import io.guidepost.devices.ReceiptPrinter;
import io.guidepost.devices.ReceiptPrinterContract;
import io.guidepost.devices.printer.escpos.PrinterCondition.Trouble;
import io.guidepost.devices.printer.escpos.PrinterSettings.Pace;
import io.guidepost.devices.scanner.camera.DecodedCode;
import io.guidepost.devices.scanner.camera.FrameDecoder;
import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.devices.sim.PrinterSimulator.Printout;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The contract of every printer, with the ESC/POS driver and the shipped printer on some line. */
abstract class EscPosContract extends ReceiptPrinterContract {
    /** Short enough that a test does not wait for real seconds. */
    static final Pace QUICK =
            new Pace(
                    Duration.ofSeconds(1),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(300));

    @SuppressWarnings("NullAway.Init")
    private PrinterSimulator simulator;

    abstract PrinterSimulator simulate() throws Exception;

    abstract PrinterLine line(PrinterSimulator simulator);

    @Override
    protected ReceiptPrinter open() throws Exception {
        simulator = simulate();
        return new EscPosPrinter(
                new DeviceId(DeviceKind.PRINTER, "escpos"),
                line(simulator),
                PrinterSettings.STANDARD.with(576, Duration.ofMillis(1500)).with(QUICK),
                Clock.systemUTC());
    }

    @AfterEach
    void switchOff() {
        simulator.close();
    }

    @Override
    protected void unplug() throws Exception {
        simulator.unplug();
    }

    @Override
    protected void plug() throws Exception {
        simulator.plug();
    }

    @Override
    protected void paperEndsAfter(int rows) {
        simulator.paperEndsAfter(rows);
    }

    @Override
    protected void trouble(Reason... reasons) {
        simulator.set(
                PrinterCondition.of(
                        Arrays.stream(reasons)
                                .map(r -> Trouble.valueOf(r.name()))
                                .toArray(Trouble[]::new)));
    }

    @Override
    protected void setDeaf(boolean deaf) {
        simulator.setDeaf(deaf);
    }

    @Override
    protected List<String> texts() {
        return simulator.printouts().stream().map(Printout::text).toList();
    }

    @Override
    protected List<BufferedImage> pictures() {
        return simulator.receipts();
    }

    @Override
    protected List<String> codes(BufferedImage picture) {
        return new FrameDecoder(Duration.ofSeconds(5))
                .decode(picture).stream().map(DecodedCode::data).toList();
    }
}
