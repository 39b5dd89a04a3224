package io.guidepost.devices.bench.soak;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.Device;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PaymentTerminal;
import io.guidepost.devices.app.DeviceSet;
import io.guidepost.devices.app.Drivers;
import io.guidepost.devices.sim.SimulatedDevices;
import io.guidepost.devices.sim.Workshop;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** All simulated devices, each tormented on a thread of its own. */
final class Soak {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);
    private static final Duration SETTLE = Duration.ofMinutes(2);

    /**
     * What came of it.
     *
     * @param scores by device, in the order of their names
     * @param notReady devices that were not ready at the end, with their status
     * @param leak what grew; empty when nothing did
     */
    record Result(
            List<Torment> scores,
            List<String> notReady,
            Footprint before,
            Footprint after,
            String leak) {

        int faults() {
            return scores.stream().mapToInt(t -> t.score().faults()).sum();
        }

        int failures() {
            return scores.stream().mapToInt(t -> t.score().failureCount()).sum();
        }

        boolean good() {
            return failures() == 0 && notReady.isEmpty() && leak.isEmpty();
        }
    }

    private final Duration time;
    private final long seed;
    private final Consumer<String> progress;

    Soak(Duration time, long seed, Consumer<String> progress) {
        this.time = time;
        this.seed = seed;
        this.progress = progress;
    }

    Result run() throws IOException, InterruptedException {
        try (Workshop workshop = Workshop.temporary(SimulatedDevices.Ports.FREE, 0, "kiosk-1");
                DeviceSet devices =
                        DeviceSet.make(Drivers.config(workshop.config()), Clock.systemUTC())) {
            List<Torment> torments = torments(devices, workshop);
            devices.start();
            // Classes, pools and tables that are made once are no leak.
            torment(torments, WARM_UP, "warming up");
            settle(devices);
            Footprint before = Footprint.now();
            torment(torments, time, "tormenting");
            settle(devices);
            List<String> notReady =
                    devices.all().stream()
                            .filter(device -> !(device.status() instanceof DeviceStatus.Ready))
                            .map(device -> device.id() + ": " + device.status())
                            .toList();
            Footprint after = Footprint.now();
            return new Result(torments, notReady, before, after, after.leakSince(before));
        }
    }

    private static List<Torment> torments(DeviceSet devices, Workshop workshop) {
        SimulatedDevices simulated = workshop.devices();
        List<Torment> torments = new ArrayList<>();
        for (CodeScanner scanner : devices.scanners()) {
            torments.add(
                    switch (scanner.id().name()) {
                        case "camera" -> new CameraTorment(scanner, simulated.camera());
                        case "hid-scanner" -> new HidTorment(scanner, simulated.hidScanner());
                        default -> new ScannerTorment(scanner, simulated.scanner());
                    });
        }
        devices.printer().ifPresent(p -> torments.add(new PrinterTorment(p, simulated.printer())));
        for (PaymentTerminal terminal : devices.of(PaymentTerminal.class)) {
            torments.add(
                    terminal.id().name().equals("terminal")
                            ? TerminalTorment.nexo(terminal, simulated.terminal())
                            : TerminalTorment.zvt(terminal, workshop.zvt()));
        }
        devices.presence()
                .flatMap(
                        sensor ->
                                devices.light()
                                        .map(lamp -> new GpioTorment(sensor, lamp, simulated)))
                .ifPresent(torments::add);
        return torments;
    }

    private void torment(List<Torment> torments, Duration how, String what)
            throws InterruptedException {
        long end = System.nanoTime() + how.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < torments.size(); i++) {
            Torment torment = torments.get(i);
            Random random = new Random(seed + i);
            threads.add(
                    Thread.ofVirtual()
                            .name("torment-" + torment.device().id())
                            .start(() -> torment.run(random, () -> System.nanoTime() > end)));
        }
        for (Thread thread : threads) {
            while (!thread.join(SAY_EVERY)) {
                long left = Math.max(0, Duration.ofNanos(end - System.nanoTime()).toSeconds());
                progress.accept(
                        what
                                + ", "
                                + left
                                + " s to go: "
                                + torments.stream().mapToInt(t -> t.score().faults()).sum()
                                + " faults, "
                                + torments.stream().mapToInt(t -> t.score().failureCount()).sum()
                                + " failures");
            }
        }
    }

    /** Waits until every device is ready, for a while. */
    private static void settle(DeviceSet devices) throws InterruptedException {
        long end = System.nanoTime() + SETTLE.toNanos();
        while (System.nanoTime() < end && !devices.all().stream().allMatch(Soak::isReady)) {
            Thread.sleep(50);
        }
    }

    private static boolean isReady(Device device) {
        return device.status() instanceof DeviceStatus.Ready;
    }
}
