package io.guidepost.kiosk.hardware;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.Device;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.DisplayRotation;
import io.guidepost.devices.PaymentId;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentTerminal;
import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.StatusLight;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.TamperSwitch;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.Watchdog;
import io.guidepost.devices.app.DeviceSet;
import io.guidepost.devices.config.DeviceConfig;
import io.guidepost.devices.scanner.AllScanners;
import io.guidepost.devices.watchdog.Feeder;
import io.guidepost.devices.watchdog.Pulse;
import io.guidepost.devices.watchdog.ServiceManager;
import io.guidepost.kiosk.health.DeviceReports;
import io.guidepost.kiosk.health.Lamp;
import io.guidepost.kiosk.payment.Till;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.scan.ScanService;
import io.guidepost.kiosk.session.Visitors;
import io.guidepost.kiosk.staff.Cabinet;
import io.guidepost.kiosk.voucher.Paper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The kiosk's devices as the features' ports. A device that is not configured answers like one that
 * is switched off.
 */
public final class Hardware implements AutoCloseable {
    /** Longer than any work of the screen's thread on the slowest kiosk. */
    private static final Duration SCREEN_LIMIT = Duration.ofSeconds(10);

    private final DeviceSet devices;
    private final Reports reports;
    private final LiveValue<Boolean> present = new LiveValue<>(false);
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Makes the devices and has all scanners report to one place; starts none. */
    public Hardware(DeviceConfig config, ScanService scans, Clock clock) {
        this.devices = DeviceSet.make(config, clock);
        this.reports = new Reports(config, devices.all());
        AllScanners all = new AllScanners(AllScanners.WINDOW, scans::read);
        for (CodeScanner scanner : devices.scanners()) {
            subscriptions.add(scanner.onScan(all));
            subscriptions.add(scanner.onMisread(scans::misread));
            subscriptions.add(scanner.onHint(scans::hint));
        }
        devices.presence()
                .map(sensor -> sensor.onPresence(present::set))
                .ifPresent(subscriptions::add);
    }

    /** Starts every device; returns at once, each connects in the background. */
    public void start() {
        devices.start();
        present.set(devices.presence().map(PresenceSensor::present).orElse(false));
    }

    public Till till() {
        return new TerminalTill(devices.terminal());
    }

    public Paper paper() {
        return receipt ->
                devices.printer()
                        .map(printer -> printer.print(receipt))
                        .orElseGet(
                                () ->
                                        CompletableFuture.completedStage(
                                                new PrintOutcome.NotPrinted(
                                                        PrintOutcome.Reason.OFFLINE)));
    }

    public Lamp lamp() {
        List<StatusLight> lights = devices.of(StatusLight.class);
        return signal -> lights.forEach(light -> light.set(signal));
    }

    public Visitors visitors() {
        return () -> present;
    }

    public DeviceReports reports() {
        return reports;
    }

    /** The tamper switches and the panel. */
    public Cabinet cabinet(BackgroundTasks tasks) {
        return new WatchedCabinet(
                devices.of(TamperSwitch.class), devices.first(DisplayRotation.class), tasks);
    }

    /** Feeds the watchdogs while the screen's thread answers and the drivers are looked after. */
    public Feeder feeder(ServiceManager manager, Executor screen) {
        return new Feeder(
                List.of(new Pulse("the screen's thread", screen, SCREEN_LIMIT), devices::trouble),
                manager,
                devices.of(Watchdog.class));
    }

    /** Status of each device by name. */
    public Map<String, DeviceStatus> status() {
        Map<String, DeviceStatus> all = new TreeMap<>();
        for (Device device : devices.all()) {
            all.put(device.id().toString(), device.status());
        }
        return all;
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        devices.close();
    }

    private record TerminalTill(Optional<PaymentTerminal> terminal) implements Till {
        @Override
        public CompletionStage<PaymentOutcome> pay(PaymentOrder order) {
            return terminal.map(t -> t.pay(order))
                    .orElseGet(
                            () ->
                                    CompletableFuture.completedStage(
                                            new PaymentOutcome.Declined(
                                                    PaymentOutcome.DeclineReason.UNREACHABLE)));
        }

        @Override
        public CompletionStage<TransactionStatus> status(PaymentOrder order) {
            return terminal.map(t -> t.status(order))
                    .orElseGet(
                            () ->
                                    CompletableFuture.completedStage(
                                            new TransactionStatus.NoAnswer("no terminal")));
        }

        @Override
        public void abort(PaymentId id) {
            terminal.ifPresent(t -> t.abort(id));
        }
    }
}
