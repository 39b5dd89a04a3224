package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.PaymentTerminal;
import io.guidepost.devices.PaymentTerminalContract;
import io.guidepost.devices.TerminalRig;
import io.guidepost.devices.sim.Charge;
import io.guidepost.devices.sim.TerminalScript;
import io.guidepost.devices.sim.TerminalSimulator;
import io.guidepost.devices.sim.WaitingPayment;
import io.guidepost.devices.transport.TcpLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The nexo driver keeps what every card terminal promises. */
class NexoContractTest extends PaymentTerminalContract {

    @Override
    protected TerminalRig rig(Path directory) throws Exception {
        return new Rig(TerminalSimulator.start(0, directory.resolve("terminal.journal")));
    }

    private record Rig(TerminalSimulator simulator) implements TerminalRig {
        @Override
        public PaymentTerminal driver() {
            return new NexoTerminal(
                    new DeviceId(DeviceKind.TERMINAL, "nexo"),
                    TcpLine.to(simulator.address(), Duration.ofSeconds(2)),
                    new NexoSettings(
                            "KIOSK-1",
                            "POI-1",
                            Duration.ofMillis(500),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(15)),
                    Clock.systemUTC());
        }

        @Override
        public TerminalScript script() {
            return simulator.script();
        }

        @Override
        public Optional<WaitingPayment> waiting() {
            return simulator.waiting();
        }

        @Override
        public boolean presentCard() {
            return simulator.presentCard();
        }

        @Override
        public void dropConnections() {
            simulator.dropConnections();
        }

        @Override
        public List<Charge> charges() {
            return simulator.charges();
        }

        @Override
        public void close() throws IOException {
            simulator.close();
        }
    }
}
