package io.guidepost.kiosk.testing;

import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.devices.sim.ScannerSimulator;
import io.guidepost.devices.sim.TerminalSimulator;
import io.guidepost.kiosk.app.KioskConfig;
import io.guidepost.kiosk.app.KioskConfigReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Settings of a kiosk under test: everything quick. */
public final class Kiosks {
    private Kiosks() {}

    public static List<String> arguments(
            Path data, int mqttPort, BackendSide backend, Map<String, String> more) {
        List<String> all = new ArrayList<>();
        all.addAll(List.of("--data", data.toString(), "--zone", "UTC", "--region", "north"));
        all.addAll(List.of("--mqtt-url", "tcp://127.0.0.1:" + mqttPort));
        all.addAll(List.of("--http-url", backend.http().toString()));
        all.addAll(
                List.of(
                        "--key",
                        Base64.getEncoder()
                                .encodeToString(backend.key().verifyingKey().encoded())));
        all.addAll(List.of("--keep-alive", "1s", "--retry-first", "50ms"));
        all.addAll(List.of("--retry-longest", "200ms", "--resend-after", "1500ms"));
        more.forEach((name, value) -> all.addAll(List.of("--" + name, value)));
        return all;
    }

    public static KioskConfig config(
            Path data, int mqttPort, BackendSide backend, Map<String, String> more) {
        return KioskConfigReader.read(arguments(data, mqttPort, backend, more), Map.of());
    }

    /** Settings of a kiosk with this scanner. */
    public static Map<String, String> scanner(ScannerSimulator scanner) {
        return Map.of(
                "device.scanner.driver",
                "scanner.serial",
                "device.scanner.line",
                "tty:" + scanner.path());
    }

    /** Settings of a kiosk with this terminal. */
    public static Map<String, String> terminal(TerminalSimulator terminal) {
        return Map.of(
                "device.terminal.driver",
                "terminal.nexo",
                "device.terminal.line",
                "tcp:" + terminal.address(),
                "device.terminal.sale-id",
                "kiosk-1",
                "device.terminal.poi-id",
                "POI-1");
    }

    /** Settings of a kiosk with this printer. */
    public static Map<String, String> printer(PrinterSimulator printer) {
        return Map.of(
                "device.printer.driver",
                "printer.escpos",
                "device.printer.line",
                "tcp:" + printer.address());
    }
}
