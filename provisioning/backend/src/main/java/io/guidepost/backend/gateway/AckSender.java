package io.guidepost.backend.gateway;

import io.guidepost.backend.telemetry.Acknowledger;
import io.guidepost.contract.event.Ack;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the application acknowledgements. */
public final class AckSender implements Acknowledger {
    private static final Logger LOG = LoggerFactory.getLogger(AckSender.class);
    private static final Duration WORTH = Duration.ofDays(1);
    private static final int MOST_IDS = 500;

    private final Topics topics;
    private final MqttPort port;

    public AckSender(Topics topics, MqttPort port) {
        this.topics = topics;
        this.port = port;
    }

    @Override
    public void acknowledge(KioskId kiosk, List<UUID> ids) {
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            Ack ack = new Ack(ids.subList(from, Math.min(ids.size(), from + MOST_IDS)));
            port.send(
                    Outgoing.expiring(topics.ack(kiosk), Payload.of(Json.write(ack)), WORTH),
                    problem -> LOG.debug("ack to {}: {}", kiosk, problem));
        }
    }
}
