package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import io.guidepost.devices.transport.LineAddress;
import io.guidepost.devices.transport.LineAddress.Scheme;
import java.util.List;

/** {@code printer.escpos}. */
public final class EscPosPrinterDriver implements Driver {
    @Override
    public String name() {
        return "printer.escpos";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PRINTER;
    }

    @Override
    public String purpose() {
        return "Receipt printers that speak ESC/POS, such as Epson TM";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.needed("line", "tcp:HOST:9100, or tty:/dev/…@BAUD"),
                Key.usual("dots", "dots across the paper, 192 to 832", "576"));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        LineAddress line = settings.line("line", List.of(Scheme.TCP, Scheme.TTY));
        PrinterSettings printer =
                new PrinterSettings(
                        settings.number("dots", 192, 832, PrinterSettings.STANDARD.dots()),
                        PrinterSettings.STANDARD.limit());
        return (id, around) -> new EscPosPrinter(id, line.opener(), printer, around.clock());
    }
}
