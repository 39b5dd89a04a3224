package io.guidepost.kiosk.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.kiosk.payment.PaymentIntent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One record of the money journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "record")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MoneyRecord.Noted.class, name = "noted"),
    @JsonSubTypes.Type(value = MoneyRecord.Acknowledged.class, name = "acknowledged")
})
sealed interface MoneyRecord {
    /** A payment's new stage, an event to send, or both together. */
    record Noted(Optional<PaymentIntent> intent, Optional<Envelope> event) implements MoneyRecord {}

    /** The backend has these events: they need not be sent again. */
    record Acknowledged(List<UUID> events) implements MoneyRecord {}
}
