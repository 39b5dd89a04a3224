package io.guidepost.backend.telemetry;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.KioskId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What an event changes, once. */
public interface EventEffects {
    /**
     * Applies an event that has not been seen before, in the transaction that stores it.
     *
     * @throws IllegalArgumentException when the event cannot be true; the message names the field
     */
    void apply(Handle transaction, KioskId kiosk, KioskEvent event);

    /** These events are committed, in this order. Must not block for long. */
    void committed(List<Committed> events);

    /** An event that stands in the database. */
    record Committed(KioskId kiosk, KioskEvent event) {}
}
