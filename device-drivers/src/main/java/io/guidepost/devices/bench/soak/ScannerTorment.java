package io.guidepost.devices.bench.soak;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.sim.ScannerSimulator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/** Pulls plugs, sends halves and noise; each code that is scanned well arrives once. */
final class ScannerTorment extends Torment {
    private static final String TWICE = "5901234123457\r";

    private final ScannerSimulator simulator;
    private final Queue<String> read = new ConcurrentLinkedQueue<>();

    ScannerTorment(CodeScanner scanner, ScannerSimulator simulator) {
        super(scanner);
        this.simulator = simulator;
        scanner.onScan(scan -> read.add(scan.data()));
    }

    @Override
    List<Fault> faults() {
        return List.of(
                new Fault("unplugged", "line-losses", simulator::unplug, simulator::plug),
                new Fault(
                        "unplugged inside a code",
                        "line-losses",
                        () -> {
                            simulator.halfCode("40063");
                            simulator.unplug();
                        },
                        simulator::plug),
                new Fault("noise", "misreads", () -> simulator.noise(40), () -> {}),
                new Fault("half a code", "misreads", () -> simulator.halfCode("40063"), () -> {}),
                new Fault(
                        "the same code twice",
                        "repeats",
                        () -> simulator.raw((TWICE + TWICE).getBytes(StandardCharsets.US_ASCII)),
                        () -> {}));
    }

    @Override
    void work(RandomGenerator random) throws Exception {
        read.clear();
        String code = String.format("GP-%09d", random.nextInt(1_000_000_000));
        simulator.scan(code);
        await("the code is read", () -> read.contains(code));
        if (read.stream().filter(code::equals).count() > 1) {
            score().failed("a code was read twice");
        }
    }
}
