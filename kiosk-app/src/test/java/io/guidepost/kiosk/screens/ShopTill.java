package io.guidepost.kiosk.screens;

import io.guidepost.devices.PaymentId;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.kiosk.payment.Till;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A terminal in memory: waits until the customer does something. */
final class ShopTill implements Till {
    private volatile CompletableFuture<PaymentOutcome> running = new CompletableFuture<>();
    private volatile Optional<PaymentOrder> order = Optional.empty();

    Optional<PaymentOrder> order() {
        return order;
    }

    void approve() {
        PaymentOrder paid = order.orElseThrow();
        running.complete(
                new PaymentOutcome.Approved(
                        paid.amountMinor(), paid.currency(), "123456", "T-1", Optional.empty()));
    }

    void decline() {
        running.complete(new PaymentOutcome.Declined(PaymentOutcome.DeclineReason.REFUSED));
    }

    void loseReply() {
        running.complete(new PaymentOutcome.Unknown("no reply"));
    }

    @Override
    public CompletionStage<PaymentOutcome> pay(PaymentOrder next) {
        running = new CompletableFuture<>();
        order = Optional.of(next);
        return running;
    }

    @Override
    public CompletionStage<TransactionStatus> status(PaymentOrder asked) {
        return CompletableFuture.completedStage(new TransactionStatus.NoAnswer("away"));
    }

    @Override
    public void abort(PaymentId id) {
        running.complete(new PaymentOutcome.Declined(PaymentOutcome.DeclineReason.CANCELLED));
    }
}
