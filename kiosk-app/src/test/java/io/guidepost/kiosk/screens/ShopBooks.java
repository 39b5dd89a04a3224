package io.guidepost.kiosk.screens;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.kiosk.payment.PaymentIntent;
import io.guidepost.kiosk.payment.PaymentLedger;
import io.guidepost.kiosk.platform.EventLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Payments written down in memory. */
final class ShopBooks implements PaymentLedger {
    private final Map<UUID, PaymentIntent> all = new LinkedHashMap<>();
    private final EventLog events;

    ShopBooks(EventLog events) {
        this.events = events;
    }

    @Override
    public synchronized void open(PaymentIntent intent) {
        all.put(intent.paymentId(), intent);
    }

    @Override
    public synchronized void advance(PaymentIntent intent, KioskEvent event) {
        all.put(intent.paymentId(), intent);
        events.record(event);
    }

    @Override
    public synchronized List<PaymentIntent> unresolved() {
        return all.values().stream().filter(PaymentIntent::unresolved).toList();
    }

    @Override
    public synchronized Optional<PaymentIntent> find(UUID paymentId) {
        return Optional.ofNullable(all.get(paymentId));
    }

    @Override
    public synchronized List<PaymentIntent> captured(int limit) {
        return all.values().stream()
                .filter(i -> i.stage() == PaymentIntent.Stage.CAPTURED)
                .limit(limit)
                .toList();
    }
}
