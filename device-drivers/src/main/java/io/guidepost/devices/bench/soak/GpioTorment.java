package io.guidepost.devices.bench.soak;

import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.StatusLight;
import io.guidepost.devices.StatusLight.Signal;
import io.guidepost.devices.sim.SimulatedDevices;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cuts the GPIO lines and lets them bounce; who stands there is seen, and the lamp on the same
 * board shows what it was told meanwhile.
 */
final class GpioTorment extends Torment {
    private static final int BOUNCES = 30;

    private final PresenceSensor sensor;
    private final StatusLight lamp;
    private final SimulatedDevices simulated;

    GpioTorment(PresenceSensor sensor, StatusLight lamp, SimulatedDevices simulated) {
        super(sensor);
        this.sensor = sensor;
        this.lamp = lamp;
        this.simulated = simulated;
    }

    @Override
    List<Fault> faults() {
        return List.of(
                new Fault(
                        "lines cut",
                        "line-losses",
                        () -> simulated.gpio().dropConnections(),
                        () -> lamp.set(Signal.ATTENTION)),
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
        lamp.set(Signal.ATTENTION);
        await("the lamp is lit", simulated::lampLit);
        lamp.set(Signal.IDLE);
        await("the lamp is dark", () -> !simulated.lampLit());
    }
}
