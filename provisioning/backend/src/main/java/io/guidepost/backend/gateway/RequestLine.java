package io.guidepost.backend.gateway;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.contract.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests and sends the answers, each on a virtual thread and only so many at a time. Of one
 * kiosk only a few are taken, so that it cannot keep the others waiting; the rest is dropped. They
 * are acknowledged on arrival and not when answered: HiveMQ sends nothing further to a client that
 * has a message of the last batch unacknowledged, so one slow answer would hold up every kiosk. The
 * answer always goes to the asking kiosk's own topic, whatever response topic it named.
 */
final class RequestLine {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLine.class);
    private static final int AT_A_TIME = 64;
    private static final int OF_ONE_KIOSK = 16;
    private static final int WAITING = 500;
    private static final int LONGEST_SERVICE = 20;

    /** As long as a kiosk waits for it. */
    private static final Duration WORTH = Duration.ofSeconds(30);

    private final Topics topics;
    private final MqttPort port;
    private final RequestAnswerer answerer;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final Map<KioskId, Semaphore> shares = new ConcurrentHashMap<>();

    RequestLine(Topics topics, MqttPort port, RequestAnswerer answerer) {
        this.topics = topics;
        this.port = port;
        this.answerer = answerer;
    }

    /**
     * Begins to answer and returns; one too many is dropped, and its kiosk waits in vain.
     *
     * @return why not, where nobody can be answered
     */
    Optional<String> take(KioskId kiosk, String service, Incoming request) {
        Optional<Payload> correlation = request.correlation();
        if (correlation.isEmpty()) {
            return Optional.of("correlation data: missing");
        }
        if (!service.matches("[a-z-]{1," + LONGEST_SERVICE + "}")) {
            return Optional.of("service: not a name");
        }
        Semaphore share = shares.computeIfAbsent(kiosk, k -> new Semaphore(OF_ONE_KIOSK));
        if (places.getQueueLength() >= WAITING || !share.tryAcquire()) {
            LOG.warn("too many requests at once: one of {} is dropped", kiosk);
            return Optional.empty();
        }
        Thread.ofVirtual()
                .name("request-" + service)
                .start(
                        () -> {
                            try {
                                answer(kiosk, service, request, correlation.get());
                            } finally {
                                share.release();
                            }
                        });
        return Optional.empty();
    }

    /** Answers in turn; what has waited for too long is nobody's question any more. */
    private void answer(KioskId kiosk, String service, Incoming request, Payload correlation) {
        try {
            if (!places.tryAcquire(WORTH.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("request {} of {} waited too long", service, kiosk);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            Reply reply = answerer.answer(kiosk, service, request.payload().bytes());
            send(kiosk, service, correlation, reply);
        } finally {
            places.release();
        }
    }

    private void send(KioskId kiosk, String service, Payload correlation, Reply reply) {
        String kind = reply instanceof Reply.Failed ? Envelope.REPLY_FAILED : Envelope.REPLY_OK;
        port.send(
                new Outgoing(
                        topics.response(kiosk, service),
                        Payload.of(Json.write(reply)),
                        false,
                        Optional.of(WORTH),
                        Map.of(Envelope.REPLY_PROPERTY, kind),
                        Optional.of(correlation)),
                problem -> LOG.warn("answer to {} of {}: {}", service, kiosk, problem));
    }
}
