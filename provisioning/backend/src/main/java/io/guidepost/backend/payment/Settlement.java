package io.guidepost.backend.payment;

import io.guidepost.backend.store.Database;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the payment provider what became of each payment, again and again until it is in the
 * provider's books: captured, or captured and sent back.
 */
public final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Database database;
    private final PaymentProvider provider;
    private final Clock clock;

    public Settlement(Database database, PaymentProvider provider, Clock clock) {
        this.database = database;
        this.provider = provider;
        this.clock = clock;
    }

    /** One pass over at most 100 payments; a payment that fails is tried again in the next. */
    public void settle() {
        for (PaymentRow payment : database.inTransaction(PaymentTable::unsettled)) {
            try {
                settle(payment);
            } catch (RuntimeException e) {
                LOG.error("payment {}: the provider could not be told", payment.id(), e);
            }
        }
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
