package io.guidepost.kiosk.link;

import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Topics;
import io.guidepost.kiosk.health.TelemetryLine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Telemetry over the present connection, while the backend takes messages: otherwise it would fill
 * the broker's queue, where the events of money are. One batch is under way at a time, also after
 * nobody waits for it any more, so it never holds more than one of the places that the broker gives
 * to messages under way.
 */
final class TelemetrySender implements TelemetryLine {
    private static final Duration EXPIRY = Duration.ofDays(1);

    /** How long the broker's answer is waited for. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final LinkSettings.Who who;
    private final Topics topics;
    private final UUID bootId;
    private final Duration answerLimit;
    private volatile Optional<Line> line = Optional.empty();

    /** A connection, and what was sent over it last. */
    private static final class Line {
        private final Mqtt.Session session;
        private volatile CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);

        Line(Mqtt.Session session) {
            this.session = session;
        }
    }

    TelemetrySender(LinkSettings settings, UUID bootId, Duration answerLimit) {
        this.who = settings.who();
        this.topics = new Topics(who.tenant());
        this.bootId = bootId;
        this.answerLimit = answerLimit;
    }

    void open(Mqtt.Session now) {
        line = Optional.of(new Line(now));
    }

    void shut() {
        line = Optional.empty();
    }

    @Override
    public UUID boot() {
        return bootId;
    }

    @Override
    public boolean send(DeviceBatch batch) {
        Optional<Line> now = line.filter(open -> open.sent.isDone());
        if (now.isEmpty()) {
            return false;
        }
        Mqtt.Outgoing message =
                Mqtt.Outgoing.of(
                                topics.telemetry(who.kiosk(), DeviceBatch.STREAM),
                                Json.writeText(batch))
                        .expiring(EXPIRY);
        try {
            CompletableFuture<Void> answer =
                    now.get().session.publish(message).toCompletableFuture();
            now.get().sent = answer;
            answer.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
