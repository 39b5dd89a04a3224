package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.TerminalRig;
import io.guidepost.devices.sim.Charge;
import io.guidepost.devices.sim.TerminalScript;
import io.guidepost.devices.sim.WaitingPayment;
import io.guidepost.devices.sim.ZvtSimulator;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.LineOpener;
import io.guidepost.devices.transport.SerialLine;
import io.guidepost.devices.transport.TcpLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A simulated terminal over TCP and the drivers that speak to it, all with one receipt book. */
record ZvtRig(ZvtSimulator simulator, Path directory, boolean serial) implements TerminalRig {
    static final ZvtSettings.Limits SHORT =
            new ZvtSettings.Limits(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1));

    static ZvtRig start(Path directory) throws IOException {
        return new ZvtRig(
                ZvtSimulator.start(0, directory.resolve("terminal.journal")), directory, false);
    }

    static ZvtRig startOnTty(Path directory) throws IOException {
        return new ZvtRig(
                ZvtSimulator.startOnTty(
                        directory.resolve("tty"), directory.resolve("terminal.journal")),
                directory,
                true);
    }

    /** A tty takes longer to be plugged in again than a connection to be made. */
    private static final ZvtSettings.Limits SERIAL =
            new ZvtSettings.Limits(
                    SHORT.answer(), SHORT.payment(), Duration.ofSeconds(6), SHORT.idle());

    static ZvtSettings settings() {
        return settings(SHORT);
    }

    private static ZvtSettings settings(ZvtSettings.Limits limits) {
        return new ZvtSettings("000000", "EUR", 0x40, limits);
    }

    LineOpener opener() {
        return serial
                ? SerialLine.to(directory.resolve("tty"), 115_200)
                : TcpLine.to(simulator.address(), Duration.ofSeconds(2));
    }

    Path book() {
        return directory.resolve("zvt.book");
    }

    @Override
    public ZvtTerminal driver() {
        return driver(opener());
    }

    ZvtTerminal driver(LineOpener opener) {
        return driver(opener, serial ? line -> new SerialWire(line, SHORT.answer()) : TcpWire::new);
    }

    ZvtTerminal driver(LineOpener opener, Function<ByteLine, ZvtWire> wires) {
        return new ZvtTerminal(
                new DeviceId(DeviceKind.TERMINAL, "zvt"),
                new ZvtTerminal.Access(opener, wires),
                settings(serial ? SERIAL : SHORT),
                book(),
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
