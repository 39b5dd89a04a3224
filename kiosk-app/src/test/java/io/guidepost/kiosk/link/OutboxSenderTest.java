package io.guidepost.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.SessionId;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.store.Store;
import io.guidepost.kiosk.testing.BackendSide;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The outbox against a broker that takes everything while the backend acknowledges nothing. */
@Timeout(60)
class OutboxSenderTest {
    @TempDir Path folder;
    private final Counters counters = new Counters();
    private final Deaf session = new Deaf();

    @Test
    void whatIsNotAcknowledgedIsSentAgainMoreAndMoreSeldom() {
        try (Store store = Store.open(folder, BackendSide.KIOSK, counters, Clock.systemUTC());
                OutboxSender sender = new OutboxSender(store.outbox(), settings(), counters)) {
            store.events()
                    .record(
                            new KioskEvent.SessionStarted(
                                    new SessionId(Ids.newId().toString()), Instant.now()));
            sender.start();
            sender.open(session);
            await().atMost(Duration.ofSeconds(30)).until(() -> session.sent.size() >= 6);
        }
        // Each wait is between 3/4 and 3/2 of what doubles: the fifth is the first's eightfold.
        assertThat(gap(4)).isGreaterThan(4 * gap(0));
    }

    private long gap(int index) {
        return session.sent.get(index + 1) - session.sent.get(index);
    }

    private LinkSettings settings() {
        return new LinkSettings(
                new LinkSettings.Who(
                        BackendSide.TENANT,
                        BackendSide.KIOSK,
                        BackendSide.GROUP,
                        Optional.empty(),
                        Optional.empty()),
                new LinkSettings.Where(
                        URI.create("tcp://127.0.0.1:1"), URI.create("http://127.0.0.1:1/")),
                new LinkSettings.Pace(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1)),
                folder,
                "guidepost test");
    }

    /** Takes messages and notes when. */
    private static final class Deaf implements Mqtt.Session {
        private final List<Long> sent = new CopyOnWriteArrayList<>();

        @Override
        public void subscribe(List<String> filters) {}

        @Override
        public CompletionStage<Void> publish(Mqtt.Outgoing message) {
            sent.add(System.nanoTime());
            return CompletableFuture.completedStage(null);
        }

        @Override
        public boolean alive() {
            return true;
        }

        @Override
        public Duration silence() {
            return Duration.ZERO;
        }

        @Override
        public void disconnect() {}

        @Override
        public void abort() {}
    }
}
