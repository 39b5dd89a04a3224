package io.guidepost.kiosk.platform;

import io.guidepost.contract.topic.Envelope;
import io.guidepost.devices.Subscription;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Events that wait until the backend has acknowledged them. Blocking; thread-safe. */
public interface Outbox {
    /**
     * An event that waits.
     *
     * @param seq grows with each event written
     */
    record Row(long seq, Envelope event) {}

    /** Events written after this one, oldest first. */
    List<Row> after(long seq, int limit);

    /**
     * The backend has committed these: they need not be kept any longer. Unknown ones are no error.
     */
    void acknowledged(Collection<UUID> ids);

    /** How many wait. */
    int size();

    /** Tells when there is something new; called on a background thread, quick. */
    Subscription onNew(Runnable listener);
}
