package io.guidepost.devices.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** One simulator of each kind, and the configuration by which a kiosk finds them. */
public final class SimulatedDevices implements AutoCloseable {
    /** The lamp's line. */
    public static final int LAMP_LINE = 22;

    /** The presence sensor's line. */
    public static final int PRESENCE_LINE = 17;

    /**
     * Where the simulators listen; zero for a free port.
     *
     * @param camera the MJPEG stream
     * @param printer ESC/POS
     * @param terminal nexo
     * @param gpio lamp and presence
     */
    public record Ports(int camera, int printer, int terminal, int gpio) {
        public static final Ports FREE = new Ports(0, 0, 0, 0);
    }

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final ScannerSimulator scanner;
    private final HidScannerSimulator hidScanner;
    private final CameraSimulator camera;
    private final PrinterSimulator printer;
    private final TerminalSimulator terminal;
    private final GpioSimulator gpio;
    private final String saleId;

    private SimulatedDevices(Path directory, Ports ports, String saleId) throws IOException {
        Files.createDirectories(directory);
        this.saleId = saleId;
        try {
            this.scanner = keep(ScannerSimulator.start(directory.resolve("scanner")));
            this.hidScanner = keep(HidScannerSimulator.start(directory.resolve("hid")));
            this.camera = keep(CameraSimulator.start(ports.camera()));
            this.printer = keep(PrinterSimulator.start(ports.printer()));
            this.terminal =
                    keep(
                            TerminalSimulator.start(
                                    ports.terminal(), directory.resolve("terminal.journal")));
            this.gpio = keep(GpioSimulator.start(ports.gpio()));
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T keep(T simulator) {
        started.push(simulator);
        return simulator;
    }

    /**
     * Starts them all.
     *
     * @param directory where the scanners' device files and the terminal's journal lie; made when
     *     missing
     * @param saleId the kiosk's name at the terminal, 1 to 40 characters
     */
    public static SimulatedDevices start(Path directory, Ports ports, String saleId)
            throws IOException {
        return new SimulatedDevices(directory, ports, saleId);
    }

    /** The configuration of a kiosk that uses them, for {@code Drivers.config}. */
    public Map<String, String> config() {
        Map<String, String> keys = new TreeMap<>();
        device(keys, "scanner", "scanner.serial", "tty:" + scanner.path().toAbsolutePath());
        keys.put("device.hid-scanner.driver", "scanner.evdev");
        keys.put("device.hid-scanner.device", hidScanner.link().toAbsolutePath().toString());
        device(keys, "camera", "scanner.camera", "tcp:" + camera.address());
        device(keys, "printer", "printer.escpos", "tcp:" + printer.address());
        device(keys, "terminal", "terminal.nexo", "tcp:" + terminal.address());
        keys.put("device.terminal.sale-id", saleId);
        keys.put(
                "device.terminal.poi-id",
                "POI-" + saleId.substring(0, Math.min(36, saleId.length())));
        device(keys, "lamp", "gpio.lamp", Integer.toString(LAMP_LINE));
        device(keys, "presence", "gpio.presence", Integer.toString(PRESENCE_LINE));
        keys.put("device.lamp.board", "sim:" + gpio.address());
        keys.put("device.presence.board", "sim:" + gpio.address());
        return keys;
    }

    private static void device(Map<String, String> keys, String name, String driver, String line) {
        keys.put("device." + name + ".driver", driver);
        keys.put("device." + name + ".line", line);
    }

    public ScannerSimulator scanner() {
        return scanner;
    }

    /** The scanner that types. */
    public HidScannerSimulator hidScanner() {
        return hidScanner;
    }

    public CameraSimulator camera() {
        return camera;
    }

    public PrinterSimulator printer() {
        return printer;
    }

    public TerminalSimulator terminal() {
        return terminal;
    }

    public GpioSimulator gpio() {
        return gpio;
    }

    /** Whether the kiosk's lamp is lit right now. */
    public boolean lampLit() {
        return gpio.output(LAMP_LINE);
    }

    /** Lets somebody stand before the kiosk, or go. */
    public void setPresent(boolean present) {
        gpio.setInput(PRESENCE_LINE, present);
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                failure = new IOException("a simulator did not close", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
