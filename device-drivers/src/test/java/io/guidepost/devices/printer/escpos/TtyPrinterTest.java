package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.sim.PrinterModel;
import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.devices.transport.FileLine;
import io.guidepost.devices.transport.FileLine.Flow;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A printer on a serial port: a pseudo-terminal of the kernel, set up as one. */
class TtyPrinterTest extends EscPosContract {
    @TempDir Path directory;

    @Override
    PrinterSimulator simulate() throws Exception {
        return PrinterSimulator.startTty(directory.resolve("printer"), PrinterModel.FULL);
    }

    @Override
    PrinterLine line(PrinterSimulator simulator) {
        Path tty = directory.resolve("printer");
        return new PrinterLine(FileLine.tty(tty, 115_200, Flow.HARDWARE), "tty:" + tty);
    }
}
