package io.guidepost.kiosk.link;

import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Topics;
import io.guidepost.kiosk.health.TelemetryLine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Telemetry over the present connection, while the backend takes messages: otherwise it would fill
 * the broker's queue, where the events of money are. Its caller sends one at a time, so it never
 * holds more than one of the places that the broker gives to messages under way.
 */
final class TelemetrySender implements TelemetryLine {
    private static final Duration EXPIRY = Duration.ofDays(1);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final LinkSettings.Who who;
    private final Topics topics;
    private final UUID bootId;
    private volatile Optional<Mqtt.Session> session = Optional.empty();

    TelemetrySender(LinkSettings settings, UUID bootId) {
        this.who = settings.who();
        this.topics = new Topics(who.tenant());
        this.bootId = bootId;
    }

    void open(Mqtt.Session now) {
        session = Optional.of(now);
    }

    void shut() {
        session = Optional.empty();
    }

    @Override
    public UUID boot() {
        return bootId;
    }

    @Override
    public boolean send(DeviceBatch batch) {
        Optional<Mqtt.Session> now = session;
        if (now.isEmpty()) {
            return false;
        }
        Mqtt.Outgoing message =
                Mqtt.Outgoing.of(
                                topics.telemetry(who.kiosk(), DeviceBatch.STREAM),
                                Json.writeText(batch))
                        .expiring(EXPIRY);
        try {
            now.get()
                    .publish(message)
                    .toCompletableFuture()
                    .get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
