package io.guidepost.kiosk.payment;

import io.guidepost.devices.PaymentId;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.TransactionStatus;
import java.util.concurrent.CompletionStage;

/** The card terminal. No stage ends exceptionally; a payment id is charged once at most. */
public interface Till {
    CompletionStage<PaymentOutcome> pay(PaymentOrder order);

    CompletionStage<TransactionStatus> status(PaymentOrder order);

    void abort(PaymentId id);
}
