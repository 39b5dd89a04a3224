package io.guidepost.backend.payment;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.money.Money;
import java.time.Clock;
import java.util.UUID;

/**
 * A payment provider to try everything with: real books, no bank. Its ledger takes each of
 * authorised, captured and refunded at most once per payment.
 */
public final class SandboxProvider implements PaymentProvider {
    private final Database database;
    private final Clock clock;

    public SandboxProvider(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void authorise(UUID paymentId, Money amount, String reference) {
        enter(paymentId, "AUTHORISED", amount, reference);
    }

    @Override
    public void capture(UUID paymentId, Money amount, String terminalTransaction) {
        enter(paymentId, "CAPTURED", amount, terminalTransaction);
    }

    @Override
    public void refund(UUID paymentId, Money amount, String reference) {
        enter(paymentId, "REFUNDED", amount, reference);
    }

    private void enter(UUID paymentId, String entry, Money amount, String reference) {
        database.inDurableTransaction(
                h ->
                        h.createUpdate(
                                        "insert into ledger (payment_id, entry, currency,"
                                            + " amount_minor, reference, entered_at) values"
                                            + " (:payment, :entry, :currency, :minor, :reference,"
                                            + " :now) on conflict do nothing")
                                .bind("payment", paymentId)
                                .bind("entry", entry)
                                .bind("currency", amount.currency().getCurrencyCode())
                                .bind("minor", amount.minor())
                                .bind("reference", reference)
                                .bind("now", clock.instant())
                                .execute());
    }
}
