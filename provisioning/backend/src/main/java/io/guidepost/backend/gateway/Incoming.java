package io.guidepost.backend.gateway;

import java.util.Map;
import java.util.Optional;

/**
 * A message from the broker.
 *
 * @param properties user properties; of a doubled name the last
 * @param correlation correlation data of a request
 * @param done tells the broker that the message is taken; to be called once, from any thread
 */
public record Incoming(
        String topic,
        Payload payload,
        Map<String, String> properties,
        Optional<Payload> correlation,
        Runnable done) {}
