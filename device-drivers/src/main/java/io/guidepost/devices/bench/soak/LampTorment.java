package io.guidepost.devices.bench.soak;

import io.guidepost.devices.StatusLight;
import io.guidepost.devices.StatusLight.Signal;
import io.guidepost.devices.sim.SimulatedDevices;
import java.util.List;
import java.util.random.RandomGenerator;

/** Cuts the lamp's line; afterwards it shows what it was told meanwhile. */
final class LampTorment extends Torment {
    private final StatusLight lamp;
    private final SimulatedDevices simulated;

    LampTorment(StatusLight lamp, SimulatedDevices simulated) {
        super(lamp);
        this.lamp = lamp;
        this.simulated = simulated;
    }

    @Override
    List<Fault> faults() {
        return List.of(
                new Fault(
                        "lines cut",
                        DISCONNECTED,
                        () -> simulated.gpio().dropConnections(),
                        () -> lamp.set(Signal.ATTENTION)));
    }

    @Override
    void work(RandomGenerator random) throws Exception {
        await("the lamp is lit", simulated::lampLit);
        lamp.set(Signal.IDLE);
        await("the lamp is dark", () -> !simulated.lampLit());
    }
}
