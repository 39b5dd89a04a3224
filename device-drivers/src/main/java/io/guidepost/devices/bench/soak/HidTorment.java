package io.guidepost.devices.bench.soak;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.sim.HidScannerSimulator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/** Pulls the plug of a scanner that types, overruns the kernel's buffer, stops inside codes. */
final class HidTorment extends Torment {
    private final HidScannerSimulator simulator;
    private final Queue<String> read = new ConcurrentLinkedQueue<>();

    HidTorment(CodeScanner scanner, HidScannerSimulator simulator) {
        super(scanner);
        this.simulator = simulator;
        scanner.onScan(scan -> read.add(scan.data()));
    }

    @Override
    List<Fault> faults() {
        return List.of(
                new Fault("unplugged", "line-losses", simulator::unplug, simulator::plug),
                new Fault("half a code", "misreads", () -> simulator.halfCode("40063"), () -> {}),
                new Fault(
                        "buffer overrun inside a code",
                        "misreads",
                        () -> {
                            simulator.halfCode("4006381333931");
                            simulator.overrun();
                        },
                        () -> {}));
    }

    @Override
    void work(RandomGenerator random) throws Exception {
        read.clear();
        String code = String.format(Locale.ROOT, "GP-%09d", random.nextInt(1_000_000_000));
        simulator.scan(code);
        await("the code is read", () -> read.contains(code));
        if (read.stream().filter(code::equals).count() > 1) {
            score().failed("a code was read twice");
        }
    }
}
