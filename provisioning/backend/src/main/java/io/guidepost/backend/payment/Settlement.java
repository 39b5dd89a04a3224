package io.guidepost.backend.payment;

import io.guidepost.backend.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the payment provider what became of each payment, again and again until it is in the
 * provider's books: captured, or captured and sent back.
 */
public final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLED = 20;

    private final Database database;
    private final PaymentProvider provider;
    private final Clock clock;

    public Settlement(Database database, PaymentProvider provider, Clock clock) {
        this.database = database;
        this.provider = provider;
        this.clock = clock;
    }

    /**
     * One pass over at most 100 payments. One that fails is tried again later, each time after
     * about twice as long.
     */
    public void settle() {
        Instant now = clock.instant();
        for (PaymentRow payment : database.inTransaction(h -> PaymentTable.unsettled(h, now))) {
            try {
                settle(payment);
            } catch (RuntimeException e) {
                Duration pause = pause(payment.tries());
                LOG.error(
                        "payment {}: the provider could not be told, again in {}",
                        payment.id(),
                        pause,
                        e);
                database.useTransaction(
                        h -> PaymentTable.again(h, payment.id(), clock.instant().plus(pause)));
            }
        }
    }

    private static Duration pause(int tries) {
        long doubled = FIRST_PAUSE.toMillis() << Math.min(tries, MOST_DOUBLED);
        long middle = Math.min(doubled, LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(middle * 3 / 4, middle * 3 / 2));
    }

    private void settle(PaymentRow payment) {
        String transaction = payment.terminalTransaction().orElse(payment.reference());
        provider.capture(payment.id(), payment.amount(), transaction);
        PaymentRow.State end = payment.state();
        if (end == PaymentRow.State.REFUND_DUE) {
            provider.refund(payment.id(), payment.amount(), payment.reference());
            end = PaymentRow.State.REFUNDED;
        }
        PaymentRow.State reached = end;
        database.inDurableTransaction(
                h -> {
                    PaymentTable.settled(h, payment.id(), reached, clock.instant());
                    return payment.id();
                });
    }
}
