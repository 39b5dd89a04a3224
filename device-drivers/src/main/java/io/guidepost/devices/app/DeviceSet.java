package io.guidepost.devices.app;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.Device;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.PaymentTerminal;
import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.ReceiptPrinter;
import io.guidepost.devices.StatusLight;
import io.guidepost.devices.gpio.GpioBoard;
import io.guidepost.devices.gpio.GpioLamp;
import io.guidepost.devices.gpio.GpioPresence;
import io.guidepost.devices.printer.escpos.EscPosPrinter;
import io.guidepost.devices.printer.escpos.PrinterSettings;
import io.guidepost.devices.scanner.camera.CameraScanner;
import io.guidepost.devices.scanner.serial.SerialScanner;
import io.guidepost.devices.scanner.serial.SerialScannerSettings;
import io.guidepost.devices.terminal.nexo.NexoSettings;
import io.guidepost.devices.terminal.nexo.NexoTerminal;
import io.guidepost.devices.transport.SerialLine;
import io.guidepost.devices.transport.TcpLine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A kiosk's devices: made from a configuration, started, and closed together. */
public final class DeviceSet implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    private final List<CodeScanner> scanners;
    private final Optional<ReceiptPrinter> printer;
    private final Optional<PaymentTerminal> terminal;
    private final Optional<GpioBoard> board;
    private final Optional<StatusLight> light;
    private final Optional<PresenceSensor> presence;

    private DeviceSet(DeviceConfig config, InstantSource clock) {
        this.scanners = scanners(config, clock);
        this.printer =
                config.printer()
                        .map(
                                p ->
                                        new EscPosPrinter(
                                                new DeviceId(DeviceKind.PRINTER, "escpos"),
                                                TcpLine.to(p.address(), CONNECT_LIMIT),
                                                new PrinterSettings(
                                                        p.dots(), PrinterSettings.STANDARD.limit()),
                                                clock));
        this.terminal =
                config.terminal()
                        .map(
                                t ->
                                        new NexoTerminal(
                                                new DeviceId(DeviceKind.TERMINAL, "nexo"),
                                                TcpLine.to(t.address(), CONNECT_LIMIT),
                                                NexoSettings.of(t.saleId(), t.poiId()),
                                                clock));
        this.board = config.gpio().map(g -> GpioBoard.of(g.settings(), clock));
        this.light =
                board.flatMap(
                        b ->
                                config.gpio()
                                        .flatMap(DeviceConfig.Gpio::lampLine)
                                        .map(
                                                line ->
                                                        new GpioLamp(
                                                                new DeviceId(
                                                                        DeviceKind.LIGHT, "gpio"),
                                                                b,
                                                                line,
                                                                clock)));
        this.presence =
                board.flatMap(
                        b ->
                                config.gpio()
                                        .flatMap(DeviceConfig.Gpio::presenceLine)
                                        .map(
                                                line ->
                                                        new GpioPresence(
                                                                new DeviceId(
                                                                        DeviceKind.PRESENCE,
                                                                        "gpio"),
                                                                b,
                                                                line,
                                                                clock)));
    }

    private static List<CodeScanner> scanners(DeviceConfig config, InstantSource clock) {
        List<CodeScanner> made = new ArrayList<>();
        config.serialScanner()
                .ifPresent(
                        s ->
                                made.add(
                                        new SerialScanner(
                                                new DeviceId(DeviceKind.SCANNER, "serial"),
                                                SerialLine.to(s.path(), s.baud()),
                                                SerialScannerSettings.STANDARD,
                                                clock)));
        config.cameraScanner()
                .ifPresent(
                        address ->
                                made.add(
                                        new CameraScanner(
                                                new DeviceId(DeviceKind.SCANNER, "camera"),
                                                TcpLine.to(address, CONNECT_LIMIT),
                                                clock)));
        return List.copyOf(made);
    }

    /** Makes the devices without starting them, so that listeners can be added first. */
    public static DeviceSet make(DeviceConfig config, InstantSource clock) {
        return new DeviceSet(config, clock);
    }

    /** Makes and starts the devices; returns at once, each connects in the background. */
    public static DeviceSet open(DeviceConfig config, InstantSource clock) {
        DeviceSet set = make(config, clock);
        set.start();
        return set;
    }

    /** Starts every device. */
    public void start() {
        all().forEach(Device::start);
    }

    public List<CodeScanner> scanners() {
        return scanners;
    }

    public Optional<ReceiptPrinter> printer() {
        return printer;
    }

    public Optional<PaymentTerminal> terminal() {
        return terminal;
    }

    public Optional<StatusLight> light() {
        return light;
    }

    public Optional<PresenceSensor> presence() {
        return presence;
    }

    /** Every device, in the order in which they are started. */
    public List<Device> all() {
        return Stream.of(
                        scanners.stream(),
                        printer.stream(),
                        terminal.stream(),
                        light.stream(),
                        presence.stream())
                .<Device>flatMap(devices -> devices)
                .toList();
    }

    @Override
    public void close() {
        all().reversed().forEach(Device::close);
        board.ifPresent(GpioBoard::close);
    }
}
