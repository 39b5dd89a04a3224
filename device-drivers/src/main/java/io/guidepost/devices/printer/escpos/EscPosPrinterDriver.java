package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.Raster;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import io.guidepost.devices.transport.FileLine;
import io.guidepost.devices.transport.FileLine.Flow;
import io.guidepost.devices.transport.LineAddress;
import io.guidepost.devices.transport.LineAddress.Command;
import io.guidepost.devices.transport.LineAddress.DeviceFile;
import io.guidepost.devices.transport.LineAddress.Folder;
import io.guidepost.devices.transport.LineAddress.Nowhere;
import io.guidepost.devices.transport.LineAddress.Scheme;
import io.guidepost.devices.transport.LineAddress.Tcp;
import io.guidepost.devices.transport.LineAddress.Tty;
import io.guidepost.devices.transport.LineAddress.Video;
import io.guidepost.devices.transport.LineOpener;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code printer.escpos}. */
public final class EscPosPrinterDriver implements Driver {
    private static final String PAGES = "19,0,18,17,16";

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
        return "Receipt printers that speak ESC/POS: Epson TM, Star in ESC/POS mode, Bixolon,"
                + " others";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.needed("line", "tcp:HOST:9100, file:/dev/usb/lp0 or tty:/dev/…@BAUD"),
                Key.usual("dots", "dots across the paper, 384 on 58 mm; 192 to 832", "576"),
                Key.usual(
                        "fence",
                        "what counts as printed: auto, process-id, status, or none for a line that"
                                + " goes one way only",
                        "auto"),
                Key.usual(
                        "flow",
                        "how it stops a serial line: hardware (CTS), software (XOFF) or none",
                        "hardware"),
                Key.usual("code-pages", "the code pages it has, the most useful first", PAGES),
                Key.usual("logo", "a PNG file at the top of each receipt", "no logo"));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        LineAddress line = settings.line("line", List.of(Scheme.TCP, Scheme.FILE, Scheme.TTY));
        int dots =
                settings.value("dots", EscPosPrinterDriver::dots)
                        .orElse(PrinterSettings.STANDARD.dots());
        Fence fence =
                Fence.valueOf(
                        settings.choice(
                                        "fence",
                                        List.of("auto", "process-id", "status", "none"),
                                        "auto")
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_'));
        Flow flow =
                Flow.valueOf(
                        settings.choice("flow", List.of("hardware", "software", "none"), "hardware")
                                .toUpperCase(Locale.ROOT));
        boolean flowless = line instanceof Tcp || line instanceof DeviceFile;
        if (flowless && settings.text("flow").isPresent()) {
            settings.problem("flow", "must be left out: only a tty: line has it");
        }
        Optional<Raster> logo = settings.value("logo", file -> Logo.read(file, dots));
        PrinterSettings printer =
                new PrinterSettings(
                        dots,
                        PrinterSettings.STANDARD.limit(),
                        fence,
                        settings.value("code-pages", CodePages::parse).orElse(CodePages.ALL),
                        logo,
                        PrinterSettings.Pace.STANDARD);
        PrinterLine way = new PrinterLine(opener(line, flow), line.toString());
        return (id, around) -> new EscPosPrinter(id, way, printer, around.clock());
    }

    private static int dots(String value) {
        if (!value.matches("[0-9]{3}")
                || Integer.parseInt(value) < 192
                || Integer.parseInt(value) > 832
                || Integer.parseInt(value) % 8 != 0) {
            throw new IllegalArgumentException("must be a multiple of 8 from 192 to 832");
        }
        return Integer.parseInt(value);
    }

    private static LineOpener opener(LineAddress line, Flow flow) {
        return switch (line) {
            case Tty(var path, int baud) -> FileLine.tty(path, baud, flow);
            case Tcp _, DeviceFile _, Command _, Folder _, Video _, Nowhere _ -> line.opener();
        };
    }
}
