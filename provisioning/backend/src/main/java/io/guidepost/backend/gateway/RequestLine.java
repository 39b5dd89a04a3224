package io.guidepost.backend.gateway;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Envelope;
import io.guidepost.contract.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests and sends the answers, each on a virtual thread and only so many at a time. The
 * answer always goes to the asking kiosk's own topic, whatever response topic it named.
 */
final class RequestLine {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLine.class);
    private static final int AT_A_TIME = 64;
    private static final int LONGEST_SERVICE = 20;

    /** As long as a kiosk waits for it. */
    private static final Duration WORTH = Duration.ofSeconds(30);

    private final Topics topics;
    private final MqttPort port;
    private final RequestAnswerer answerer;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    RequestLine(Topics topics, MqttPort port, RequestAnswerer answerer) {
        this.topics = topics;
        this.port = port;
        this.answerer = answerer;
    }

    /**
     * Begins to answer and returns.
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
        boolean busy = !places.tryAcquire();
        Thread.ofVirtual()
                .name("request-" + service)
                .start(
                        () -> {
                            try {
                                Reply reply =
                                        busy
                                                ? new Reply.Failed("busy, try again")
                                                : answerer.answer(
                                                        kiosk, service, request.payload().bytes());
                                send(kiosk, service, correlation.get(), reply);
                            } finally {
                                if (!busy) {
                                    places.release();
                                }
                            }
                        });
        return Optional.empty();
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
