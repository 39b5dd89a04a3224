package io.guidepost.devices.bench.soak;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.sim.CameraSimulator;
import io.guidepost.devices.sim.CodePhoto;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/** Cuts, freezes and damages the pictures; each code that is shown is read. */
final class CameraTorment extends Torment {
    private final CameraSimulator simulator;
    private final Queue<String> read = new ConcurrentLinkedQueue<>();

    CameraTorment(CodeScanner scanner, CameraSimulator simulator) {
        super(scanner);
        this.simulator = simulator;
        scanner.onScan(scan -> read.add(scan.data()));
    }

    @Override
    List<Fault> faults() {
        return List.of(
                new Fault("line cut", "line-losses", simulator::dropConnections, () -> {}),
                new Fault(
                        "no more pictures",
                        "line-losses",
                        () -> simulator.setFrozen(true),
                        () -> simulator.setFrozen(false)),
                new Fault(
                        "damaged pictures",
                        "damaged-frames",
                        () ->
                                simulator.showBytes(
                                        new byte[] {
                                            (byte) 0xff, (byte) 0xd8, 1, 2, (byte) 0xff, (byte) 0xd9
                                        }),
                        simulator::showNothing));
    }

    @Override
    void work(RandomGenerator random) throws Exception {
        String code = String.format("GP-%09d", random.nextInt(1_000_000_000));
        simulator.showQr(code, CodePhoto.BY_HAND);
        await("the code is read", () -> read.contains(code));
        simulator.showNothing();
        read.clear();
    }
}
