package io.guidepost.kiosk.payment;

import io.guidepost.devices.PaymentId;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.kiosk.platform.BackgroundTasks;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the terminal for the outcome of a payment, by the same id, until there is one. */
final class Resolver {
    private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);

    private final Till till;
    private final PaymentLedger ledger;
    private final Settlement settlement;
    private final BackgroundTasks tasks;
    private final PaymentService.Pace pace;

    Resolver(
            Till till,
            PaymentLedger ledger,
            Settlement settlement,
            BackgroundTasks tasks,
            PaymentService.Pace pace) {
        this.till = till;
        this.ledger = ledger;
        this.settlement = settlement;
        this.tasks = tasks;
        this.pace = pace;
    }

    /**
     * Goes on asking in the background.
     *
     * @param abandoned whether the customer cannot be waiting any more (an earlier run of the
     *     program started it): what still runs at the terminal is stopped
     * @param known hears the final state
     */
    void resolve(PaymentIntent intent, boolean abandoned, Consumer<PaymentState> known) {
        later(intent, abandoned, known, pace.first());
    }

    private void later(
            PaymentIntent intent,
            boolean abandoned,
            Consumer<PaymentState> known,
            Duration ceiling) {
        long wait =
                ceiling.toMillis() / 2
                        + ThreadLocalRandom.current().nextLong(ceiling.toMillis() / 2 + 1);
        var _ =
                tasks.after(
                        "resolve a payment",
                        Duration.ofMillis(wait),
                        () -> {
                            Optional<PaymentState> end = attempt(intent.paymentId(), abandoned);
                            if (end.isPresent()) {
                                LOG.info(
                                        "payment {} resolved: {}",
                                        intent.paymentId(),
                                        name(end.get()));
                                known.accept(end.get());
                            } else {
                                Duration next = ceiling.multipliedBy(2);
                                later(
                                        intent,
                                        abandoned,
                                        known,
                                        next.compareTo(pace.longest()) < 0 ? next : pace.longest());
                            }
                        });
    }

    private Optional<PaymentState> attempt(UUID paymentId, boolean abandoned) {
        try {
            PaymentIntent intent = ledger.find(paymentId).orElseThrow();
            PaymentId id = new PaymentId(paymentId);
            TransactionStatus status = till.status(id).toCompletableFuture().join();
            return switch (status) {
                case TransactionStatus.Finished(PaymentOutcome.Unknown _),
                        TransactionStatus.NoAnswer _ -> {
                    settlement.unknown(intent);
                    yield Optional.empty();
                }
                case TransactionStatus.Finished(var outcome) ->
                        Optional.of(settlement.settle(intent, outcome));
                case TransactionStatus.InProgress _ -> {
                    if (abandoned) {
                        till.abort(id);
                    }
                    yield Optional.empty();
                }
                case TransactionStatus.NotFound _ -> Optional.of(settlement.neverAsked(intent));
            };
        } catch (RuntimeException e) {
            // The disk may be full or the database set aside: the money is not forgotten, it is
            // tried again.
            LOG.error("payment {} could not be resolved yet", paymentId, e);
            return Optional.empty();
        }
    }

    private static String name(PaymentState state) {
        return state.getClass().getSimpleName();
    }
}
