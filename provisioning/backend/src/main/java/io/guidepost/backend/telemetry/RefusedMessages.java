package io.guidepost.backend.telemetry;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.KioskId;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Messages that could not be taken: counted, and kept with the reason. Those that tell of money or
 * stock are kept for good, as somebody has to look after each; of the others the newest {@link
 * #KEPT_PER_KIOSK} of each kiosk. Thread-safe.
 */
public final class RefusedMessages {
    public static final int KEPT_PER_KIOSK = 1_000;

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_TOPIC = 300;

    private final Database database;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();

    public RefusedMessages(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A message that was refused.
     *
     * @param kiosk empty where the topic names none
     * @param eventId the event's id where it has one
     * @param money whether it tells of money or stock
     */
    public record Refused(
            Optional<KioskId> kiosk,
            String topic,
            Optional<String> eventId,
            String reason,
            boolean money,
            RawData data) {}

    /** Messages refused since the start. */
    public long count() {
        return count.get();
    }

    /** Keeps a refused message in a transaction of its own. */
    public void keep(Refused refused) {
        database.useTransaction(h -> keep(h, refused));
    }

    void keep(Handle transaction, Refused refused) {
        count.incrementAndGet();
        String source = refused.kiosk().map(KioskId::value).orElse("");
        transaction
                .createUpdate(
                        "insert into refused_messages (id, source, topic, event_id, reason,"
                                + " money, received_at, data) values (:id, :source, :topic, :event,"
                                + " :reason, :money, :now, :data)")
                .bind("id", Ids.newId())
                .bind("source", source)
                .bind("topic", cut(refused.topic(), LONGEST_TOPIC))
                .bind("event", nullable(refused.eventId()))
                .bind("reason", cut(refused.reason(), LONGEST_REASON))
                .bind("money", refused.money())
                .bind("now", clock.instant())
                .bind("data", refused.data().bytes())
                .execute();
        transaction
                .createUpdate(
                        "delete from refused_messages where source = :source and id in (select id"
                                + " from refused_messages where source = :source and not money"
                                + " order by received_at desc, id desc offset :kept)")
                .bind("source", source)
                .bind("kept", KEPT_PER_KIOSK)
                .execute();
    }

    private static @Nullable String nullable(Optional<String> value) {
        return value.orElse(null);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
