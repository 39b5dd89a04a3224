package io.guidepost.devices;

import io.guidepost.devices.sim.Charge;
import io.guidepost.devices.sim.TerminalScript;
import io.guidepost.devices.sim.WaitingPayment;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A simulated terminal under test, and the driver that belongs to it. */
public interface TerminalRig extends AutoCloseable {

    /**
     * A new driver for the simulator, not started; each has the memory of the ones before, as after
     * a restart of the program. Its limits: half a second for what the terminal answers by itself,
     * one second for the customer, two to settle.
     */
    PaymentTerminal driver();

    /** What the simulator does from now on. */
    TerminalScript script();

    /** The payment that waits for a person at the simulator. */
    Optional<WaitingPayment> waiting();

    /** A person presents a card; false when no payment waits. */
    boolean presentCard();

    /** Cuts every connection. */
    void dropConnections();

    /** All money taken. */
    List<Charge> charges();

    @Override
    void close() throws IOException;
}
