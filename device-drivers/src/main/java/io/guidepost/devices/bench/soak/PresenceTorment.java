package io.guidepost.devices.bench.soak;

import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.sim.SimulatedDevices;
import java.util.List;
import java.util.random.RandomGenerator;

/** Cuts the GPIO lines and lets them bounce; who stands there is seen. */
final class PresenceTorment extends Torment {
    private static final int BOUNCES = 30;

    private final PresenceSensor sensor;
    private final SimulatedDevices simulated;

    PresenceTorment(PresenceSensor sensor, SimulatedDevices simulated) {
        super(sensor);
        this.sensor = sensor;
        this.simulated = simulated;
    }

    @Override
    List<Fault> faults() {
        return List.of(
                new Fault(
                        "lines cut",
                        DISCONNECTED,
                        () -> simulated.gpio().dropConnections(),
                        () -> {}),
                new Fault("a bouncing edge", "changes", this::bounce, () -> {}));
    }

    private void bounce() {
        boolean before = sensor.present();
        for (int i = 0; i < BOUNCES; i++) {
            simulated.setPresent(i % 2 == 0);
        }
        simulated.setPresent(!before);
    }

    @Override
    void work(RandomGenerator random) throws Exception {
        boolean there = random.nextBoolean();
        simulated.setPresent(there);
        await("presence is seen", () -> sensor.present() == there);
    }
}
