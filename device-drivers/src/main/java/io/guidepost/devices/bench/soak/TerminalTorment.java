package io.guidepost.devices.bench.soak;

import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentTerminal;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.sim.Charge;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalScript;
import io.guidepost.devices.sim.TerminalSimulator;
import io.guidepost.devices.sim.ZvtSimulator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Loses answers, cuts lines, is busy; what is approved is charged once, and nothing else is. */
final class TerminalTorment extends Torment {
    private static final int LIMIT_SECONDS = 150;

    private final PaymentTerminal terminal;
    private final TerminalScript script;
    private final Action drop;
    private final Supplier<List<Charge>> charges;

    private TerminalTorment(
            PaymentTerminal terminal,
            TerminalScript script,
            Action drop,
            Supplier<List<Charge>> charges) {
        super(terminal);
        this.terminal = terminal;
        this.script = script;
        this.drop = drop;
        this.charges = charges;
    }

    static TerminalTorment nexo(PaymentTerminal terminal, TerminalSimulator simulator) {
        return new TerminalTorment(
                terminal, simulator.script(), simulator::dropConnections, simulator::charges);
    }

    static TerminalTorment zvt(PaymentTerminal terminal, ZvtSimulator simulator) {
        return new TerminalTorment(
                terminal, simulator.script(), simulator::dropConnections, simulator::charges);
    }

    @Override
    List<Fault> faults() {
        return List.of(
                new Fault("line cut", "line-losses", drop, () -> {}),
                fault("answer lost with the line", "line-losses", TerminalBehaviour.LOSE_REPLY),
                fault("busy", "declined", TerminalBehaviour.BUSY),
                fault("declined", "declined", TerminalBehaviour.DECLINE),
                fault("card left in", "declined", TerminalBehaviour.CARD_LEFT_IN),
                fault("wrong amount", "declined,unknowns", TerminalBehaviour.WRONG_AMOUNT),
                fault("part of the amount", "declined,unknowns", TerminalBehaviour.PARTIAL));
    }

    private Fault fault(String name, String counter, TerminalBehaviour behaviour) {
        return new Fault(
                name,
                counter,
                () -> {
                    script.next(behaviour);
                    pay();
                },
                () -> {});
    }

    @Override
    void work(RandomGenerator random) throws Exception {
        pay();
    }

    private void pay() throws Exception {
        int before = charges.get().size();
        PaymentOrder order = new PaymentOrder(UUID.randomUUID(), 490, "EUR", "soak");
        PaymentOutcome outcome =
                terminal.pay(order).toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        int charged = charges.get().size() - before;
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
        Charge last = charges.get().getLast();
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
