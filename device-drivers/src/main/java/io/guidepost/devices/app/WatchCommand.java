package io.guidepost.devices.app;

import io.guidepost.devices.Device;
import io.guidepost.devices.DeviceStatus;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code list} and {@code watch}: how the devices of a file stand, once or until it is ended. */
final class WatchCommand {
    /** Long enough for a terminal's login on a slow machine. */
    private static final Duration SETTLE = Duration.ofSeconds(15);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** A device that could not be reached so often is not there. */
    private static final int ENOUGH_RETRIES = 3;

    private static final Duration COUNTERS_EVERY = Duration.ofSeconds(10);
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final int NOT_ALL_WORK = 1;

    private final PrintStream out;
    private final Clock clock;
    private final Report report;

    WatchCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.report = new Report(clock.getZone());
    }

    /** Connects every device, says how each stands; zero when all work. */
    int list(List<String> arguments) throws InterruptedException {
        Words words = new Words(arguments, Set.of("file"));
        words.end();
        try (TryOut tryOut = TryOut.of(words.text("file"));
                DeviceSet devices = tryOut.make(clock)) {
            out.println(tryOut.about());
            List<Device> all = devices.all();
            if (all.isEmpty()) {
                out.println("There is no device in it.");
                return 0;
            }
            devices.start();
            long end = System.nanoTime() + SETTLE.toNanos();
            while (!all.stream().allMatch(WatchCommand::isSettled) && System.nanoTime() < end) {
                Thread.sleep(LOOK_EVERY);
            }
            all.forEach(device -> out.println(report.device(device, clock.instant())));
            return all.stream().allMatch(device -> device.status().usable()) ? 0 : NOT_ALL_WORK;
        }
    }

    /** Says each change of status, and every ten seconds what was counted meanwhile. */
    int watch(List<String> arguments) throws InterruptedException {
        Words words = new Words(arguments, Set.of("seconds", "file"));
        words.end();
        long end = System.nanoTime() + words.seconds("seconds").orElse(FOR_EVER).toNanos();
        try (TryOut tryOut = TryOut.of(words.text("file"));
                DeviceSet devices = tryOut.make(clock)) {
            out.println(tryOut.about());
            out.println("Ctrl-C ends it.");
            for (Device device : devices.all()) {
                device.onStatus(
                        status ->
                                out.println(
                                        report.time(status.since())
                                                + "  "
                                                + report.line(device.id(), status)));
            }
            devices.start();
            long left = end - System.nanoTime();
            while (left > 0) {
                Thread.sleep(Math.min(COUNTERS_EVERY.toMillis(), left / 1_000_000 + 1));
                out.println();
                devices.all()
                        .forEach(device -> out.println(report.device(device, clock.instant())));
                left = end - System.nanoTime();
            }
        }
        return 0;
    }

    private static boolean isSettled(Device device) {
        return switch (device.status()) {
            case DeviceStatus.Ready _, DeviceStatus.Degraded _, DeviceStatus.Fault _ -> true;
            case DeviceStatus.Connecting _, DeviceStatus.Disconnected _ ->
                    device.counters().get("retries") >= ENOUGH_RETRIES;
        };
    }
}
