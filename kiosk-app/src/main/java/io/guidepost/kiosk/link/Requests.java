package io.guidepost.kiosk.link;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.contract.topic.Topics;
import io.guidepost.kiosk.platform.Answer;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Counters;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions under way. Each has a mark that its answer carries; each ends, at the latest after the
 * time limit. What is unanswered when a connection breaks is asked again on the next one: asking
 * twice gives the same answer.
 */
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final int MOST_UNDER_WAY = 200;

    private final LinkSettings settings;
    private final Topics topics;
    private final BackgroundTasks tasks;
    private final Counters counters;
    private final Map<String, UnderWay<?>> underWay = new ConcurrentHashMap<>();
    private volatile Optional<Mqtt.Session> session = Optional.empty();

    private record UnderWay<R extends Reply>(
            Request<R> request, Mqtt.Outgoing message, CompletableFuture<Answer<R>> answer) {
        void take(Mqtt.Incoming message) {
            boolean failed =
                    Envelope.REPLY_FAILED.equals(message.properties().get(Envelope.REPLY_PROPERTY));
            byte[] json = message.payload().bytes();
            Answer<R> read;
            try {
                read =
                        failed
                                ? new Answer.Failed<>(Json.read(json, Reply.Failed.class).error())
                                : new Answer.Answered<>(Json.read(json, request.replyType()));
            } catch (BadJson e) {
                read = new Answer.Failed<>(String.valueOf(e.getMessage()));
            }
            answer.complete(read);
        }
    }

    Requests(LinkSettings settings, BackgroundTasks tasks, Counters counters) {
        this.settings = settings;
        this.topics = new Topics(settings.who().tenant());
        this.tasks = tasks;
        this.counters = counters;
    }

    void open(Mqtt.Session now) {
        session = Optional.of(now);
        for (UnderWay<?> waiting : underWay.values()) {
            tasks.run("ask again", () -> send(waiting.message(), now));
        }
    }

    void shut() {
        session = Optional.empty();
    }

    <R extends Reply> CompletionStage<Answer<R>> ask(Request<R> request) {
        Optional<Mqtt.Session> now = session;
        if (now.isEmpty() || underWay.size() >= MOST_UNDER_WAY) {
            return CompletableFuture.completedStage(new Answer.NoAnswer<>(Answer.Reason.OFFLINE));
        }
        String mark = Ids.newId().toString();
        Duration limit = settings.pace().answer();
        Mqtt.Outgoing message =
                Mqtt.Outgoing.of(
                                topics.request(settings.who().kiosk(), request.service()),
                                Json.writeText(request))
                        .expiring(limit)
                        .replyTo(
                                new Mqtt.ReplyTo(
                                        topics.response(settings.who().kiosk(), request.service()),
                                        mark));
        UnderWay<R> asked = new UnderWay<>(request, message, new CompletableFuture<>());
        underWay.put(mark, asked);
        var late =
                tasks.after(
                        "answer limit",
                        limit,
                        () -> {
                            if (asked.answer()
                                    .complete(new Answer.NoAnswer<>(Answer.Reason.TIMEOUT))) {
                                counters.count("link.request.timeout");
                                LOG.warn("no answer to {} within {}", request.service(), limit);
                            }
                        });
        CompletionStage<Answer<R>> result =
                asked.answer()
                        .whenComplete(
                                (_, _) -> {
                                    underWay.remove(mark);
                                    late.close();
                                });
        // The place in flight may have to be waited for: never on the caller's thread.
        tasks.run("ask " + request.service(), () -> send(message, now.get()));
        return result;
    }

    private void send(Mqtt.Outgoing message, Mqtt.Session to) {
        counters.count("link.request.sent");
        to.publish(message)
                .whenComplete(
                        (_, failure) -> {
                            if (failure != null) {
                                counters.count("link.request.not-sent");
                            }
                        });
    }

    /** An answer came. */
    void arrived(Mqtt.Incoming message) {
        UnderWay<?> waiting = message.correlation().map(underWay::get).orElse(null);
        if (waiting == null) {
            counters.count("link.request.late-answer");
            return;
        }
        tasks.run("answer", () -> waiting.take(message));
    }

    /** Ends every wait. */
    void close() {
        session = Optional.empty();
        underWay.values().forEach(Requests::giveUp);
    }

    private static <R extends Reply> void giveUp(UnderWay<R> waiting) {
        waiting.answer().complete(new Answer.NoAnswer<>(Answer.Reason.TIMEOUT));
    }
}
