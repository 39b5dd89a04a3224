package io.guidepost.kiosk.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.kiosk.payment.PaymentIntent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One record of the ledger's journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "record")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LedgerRecord.Noted.class, name = "noted"),
    @JsonSubTypes.Type(value = LedgerRecord.Printed.class, name = "printed"),
    @JsonSubTypes.Type(value = LedgerRecord.Gone.class, name = "gone")
})
sealed interface LedgerRecord {
    /** Whether it must outlive a power cut; the rest outlives a killed process. */
    boolean durable();

    /**
     * A payment's new stage, an event to send, or both together.
     *
     * @param money whether the event may never be dropped
     */
    record Noted(Optional<PaymentIntent> intent, Optional<Envelope> event, boolean money)
            implements LedgerRecord {
        @Override
        public boolean durable() {
            return money;
        }
    }

    /** The voucher's first print has begun: the next one is a copy. */
    record Printed(UUID voucher, Instant at) implements LedgerRecord {
        @Override
        public boolean durable() {
            return true;
        }
    }

    /**
     * These events need not be sent any more. Lost in a power cut they are only sent once more, and
     * the backend drops the second.
     */
    record Gone(List<UUID> events) implements LedgerRecord {
        @Override
        public boolean durable() {
            return false;
        }
    }
}
