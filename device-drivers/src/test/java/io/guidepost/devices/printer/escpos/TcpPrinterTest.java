package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.devices.transport.TcpLine;
import java.time.Duration;

/** A printer in the network. */
class TcpPrinterTest extends EscPosContract {
    @Override
    PrinterSimulator simulate() throws Exception {
        return PrinterSimulator.start(0);
    }

    @Override
    PrinterLine line(PrinterSimulator simulator) {
        return new PrinterLine(
                TcpLine.to(simulator.address(), Duration.ofSeconds(2)),
                "tcp:" + simulator.address());
    }
}
