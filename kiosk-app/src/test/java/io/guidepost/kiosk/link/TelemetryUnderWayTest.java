package io.guidepost.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.kiosk.testing.BackendSide;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Telemetry against a broker that is slow to answer: one batch is under way at a time. */
@Timeout(60)
class TelemetryUnderWayTest {
    private static final UUID BOOT = UUID.randomUUID();

    private final TelemetrySender sender =
            new TelemetrySender(settings(), BOOT, Duration.ofMillis(50));
    private long number;

    @Test
    void theNextBatchWaitsForTheAnswerToTheOneBefore() {
        Slow broker = new Slow();
        sender.open(broker);
        assertThat(send()).isFalse();
        assertThat(send()).isFalse();
        assertThat(broker.underWay).hasSize(1);

        broker.underWay.getFirst().complete(null);
        assertThat(send()).isFalse();
        assertThat(broker.underWay).hasSize(2);
    }

    @Test
    void aNewConnectionOwesNothing() {
        Slow before = new Slow();
        Slow now = new Slow();
        sender.open(before);
        assertThat(send()).isFalse();
        sender.shut();
        sender.open(now);
        assertThat(send()).isFalse();
        assertThat(before.underWay).hasSize(1);
        assertThat(now.underWay).hasSize(1);
    }

    private boolean send() {
        return sender.send(DeviceBatch.of(BOOT, ++number, Instant.now(), List.of()));
    }

    private static LinkSettings settings() {
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
                Path.of("unused"),
                "guidepost test");
    }

    /** Takes messages, and answers when the test says so. */
    private static final class Slow implements Mqtt.Session {
        private final List<CompletableFuture<Void>> underWay = new CopyOnWriteArrayList<>();

        @Override
        public void subscribe(List<String> filters) {}

        @Override
        public CompletionStage<Void> publish(Mqtt.Outgoing message) {
            CompletableFuture<Void> answer = new CompletableFuture<>();
            underWay.add(answer);
            return answer;
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
