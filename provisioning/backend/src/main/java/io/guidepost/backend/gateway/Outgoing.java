package io.guidepost.backend.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A message to publish with QoS 1.
 *
 * @param retain whether the broker keeps it for later subscribers
 * @param expiry how long the broker may keep it for a client that is away; whole seconds
 * @param properties user properties
 * @param correlation correlation data of the request that this answers
 */
public record Outgoing(
        String topic,
        Payload payload,
        boolean retain,
        Optional<Duration> expiry,
        Map<String, String> properties,
        Optional<Payload> correlation) {
    /** One that the broker keeps until the next on this topic. */
    public static Outgoing retained(String topic, Payload payload, Map<String, String> properties) {
        return new Outgoing(topic, payload, true, Optional.empty(), properties, Optional.empty());
    }

    /** One that is worth nothing after a while. */
    public static Outgoing expiring(String topic, Payload payload, Duration expiry) {
        return new Outgoing(topic, payload, false, Optional.of(expiry), Map.of(), Optional.empty());
    }

    /** The same as an answer to this request. */
    public Outgoing answering(Payload correlationData) {
        return new Outgoing(
                topic, payload, retain, expiry, properties, Optional.of(correlationData));
    }
}
