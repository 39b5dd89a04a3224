package io.guidepost.devices.bench.soak;

import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentTerminal;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.sim.Charge;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalSimulator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** Loses answers, cuts lines, is busy; what is approved is charged once, and nothing else is. */
final class TerminalTorment extends Torment {
    private static final int LIMIT_SECONDS = 150;

    private final PaymentTerminal terminal;
    private final TerminalSimulator simulator;

    TerminalTorment(PaymentTerminal terminal, TerminalSimulator simulator) {
        super(terminal);
        this.terminal = terminal;
        this.simulator = simulator;
    }

    @Override
    List<Fault> faults() {
        return List.of(
                new Fault("line cut", "line-losses", simulator::dropConnections, () -> {}),
                fault("answer lost with the line", "line-losses", TerminalBehaviour.LOSE_REPLY),
                fault("busy", "declined", TerminalBehaviour.BUSY),
                fault("declined", "declined", TerminalBehaviour.DECLINE),
                fault("card left in", "declined", TerminalBehaviour.CARD_LEFT_IN),
                fault("wrong amount", "declined,unknown", TerminalBehaviour.WRONG_AMOUNT),
                fault("part of the amount", "declined,unknown", TerminalBehaviour.PARTIAL));
    }

    private Fault fault(String name, String counter, TerminalBehaviour behaviour) {
        return new Fault(
                name,
                counter,
                () -> {
                    simulator.next(behaviour);
                    pay();
                },
                () -> {});
    }

    @Override
    void work(RandomGenerator random) throws Exception {
        pay();
    }

    private void pay() throws Exception {
        int before = simulator.charges().size();
        PaymentOrder order = new PaymentOrder(UUID.randomUUID(), 490, "EUR", "soak");
        PaymentOutcome outcome =
                terminal.pay(order).toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        int charged = simulator.charges().size() - before;
        switch (outcome) {
            case PaymentOutcome.Approved _ -> await("approved is charged once", () -> charged == 1);
            case PaymentOutcome.Declined _ ->
                    await(
                            "declined is not charged, or was given back",
                            () -> charged == 0 || givenBack());
            case PaymentOutcome.Unknown _ ->
                    await("an unknown payment is known later", () -> isKnown(order));
        }
    }

    private boolean givenBack() {
        Charge last = simulator.charges().getLast();
        return last.reversedMinor() == last.amountMinor();
    }

    private boolean isKnown(PaymentOrder order) {
        try {
            return terminal.status(order).toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    instanceof TransactionStatus.Finished;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }
}
