package io.guidepost.kiosk.payment;

import io.guidepost.devices.PaymentId;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.kiosk.platform.BackgroundTasks;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
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
        later(new Search(intent.paymentId(), abandoned, known), pace.first());
    }

    /** A payment whose outcome is looked for. Used by one task after the other. */
    private static final class Search {
        private final UUID paymentId;
        private final boolean abandoned;
        private final Consumer<PaymentState> known;

        /**
         * Since when the terminal has said each time that it does not know the payment: while it
         * was away, what was sent to it may have waited. Not by the wall clock, which may be set in
         * between.
         */
        private OptionalLong missingSinceNanos = OptionalLong.empty();

        Search(UUID paymentId, boolean abandoned, Consumer<PaymentState> known) {
            this.paymentId = paymentId;
            this.abandoned = abandoned;
            this.known = known;
        }

        /** Whether the terminal has said for so long now that it does not know the payment. */
        boolean missingFor(Duration limit) {
            long now = System.nanoTime();
            if (missingSinceNanos.isEmpty()) {
                missingSinceNanos = OptionalLong.of(now);
            }
            return now - missingSinceNanos.getAsLong() >= limit.toNanos();
        }

        /** The terminal said something else, or nothing. */
        void notMissing() {
            missingSinceNanos = OptionalLong.empty();
        }
    }

    private void later(Search search, Duration ceiling) {
        long wait =
                ceiling.toMillis() / 2
                        + ThreadLocalRandom.current().nextLong(ceiling.toMillis() / 2 + 1);
        var _ =
                tasks.after(
                        "resolve a payment",
                        Duration.ofMillis(wait),
                        () -> {
                            Optional<PaymentState> end = attempt(search);
                            if (end.isPresent()) {
                                LOG.info(
                                        "payment {} resolved: {}",
                                        search.paymentId,
                                        name(end.get()));
                                search.known.accept(end.get());
                            } else {
                                Duration next = ceiling.multipliedBy(2);
                                later(
                                        search,
                                        next.compareTo(pace.longest()) < 0 ? next : pace.longest());
                            }
                        });
    }

    private Optional<PaymentState> attempt(Search search) {
        try {
            PaymentIntent intent = ledger.find(search.paymentId).orElseThrow();
            PaymentId id = new PaymentId(search.paymentId);
            TransactionStatus status = till.status(intent.order()).toCompletableFuture().join();
            if (!(status instanceof TransactionStatus.NotFound)) {
                search.notMissing();
            }
            return switch (status) {
                case TransactionStatus.Finished(PaymentOutcome.Unknown _),
                        TransactionStatus.NoAnswer _ -> {
                    settlement.unknown(intent);
                    yield Optional.empty();
                }
                case TransactionStatus.Finished(var outcome) ->
                        Optional.of(settlement.settle(intent, outcome))
                                .filter(PaymentState::isFinal);
                case TransactionStatus.InProgress _ -> {
                    if (search.abandoned) {
                        till.abort(id);
                    }
                    yield Optional.empty();
                }
                case TransactionStatus.NotFound _ -> {
                    // What was sent may still be on its way: a customer whom the screen leaves in
                    // doubt, or has told that nothing was taken, must not be asked to pay after
                    // all.
                    till.abort(id);
                    if (search.missingFor(pace.doubt())) {
                        yield Optional.of(settlement.neverAsked(intent));
                    }
                    settlement.unknown(intent);
                    yield Optional.empty();
                }
            };
        } catch (RuntimeException e) {
            // The disk may be full or the database set aside: the money is not forgotten, it is
            // tried again.
            LOG.error("payment {} could not be resolved yet", search.paymentId, e);
            return Optional.empty();
        }
    }

    private static String name(PaymentState state) {
        return state.getClass().getSimpleName();
    }
}
