package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.sim.PrinterModel;
import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.devices.transport.FileLine;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A printer behind a device file, read and written as it is; a pseudo-terminal stands for USB. */
class FilePrinterTest extends EscPosContract {
    @TempDir Path directory;

    @Override
    PrinterSimulator simulate() throws Exception {
        return PrinterSimulator.startTty(directory.resolve("lp0"), PrinterModel.FULL);
    }

    @Override
    PrinterLine line(PrinterSimulator simulator) {
        Path lp = directory.resolve("lp0");
        return new PrinterLine(FileLine.to(lp), "file:" + lp);
    }
}
