package io.guidepost.kiosk.payment;

import io.guidepost.contract.event.KioskEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where payments are written down. Blocking; what returned outlives a power cut. */
public interface PaymentLedger {
    /** Writes an intent down before the terminal is asked. */
    void open(PaymentIntent intent);

    /**
     * Writes the new stage and the event that tells of it, both or neither. A stage that is final
     * already stays.
     */
    void advance(PaymentIntent intent, KioskEvent event);

    /** Payments whose outcome is not known, oldest first. */
    List<PaymentIntent> unresolved();

    Optional<PaymentIntent> find(UUID paymentId);

    /** The newest payments that were captured, newest first. */
    List<PaymentIntent> captured(int limit);
}
