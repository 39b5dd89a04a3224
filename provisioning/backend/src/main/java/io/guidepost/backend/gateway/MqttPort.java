package io.guidepost.backend.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A connection to an MQTT 5 broker that is kept up until it is closed. Loses nothing that QoS 1
 * promises: an incoming message stays the broker's until {@link Incoming#done} is called. What
 * could not be published fails and is the caller's to repeat. Thread-safe.
 */
public interface MqttPort extends AutoCloseable {
    /**
     * Begins to connect and goes on doing so for ever, with growing pauses of random length.
     * Returns at once; to be called once.
     */
    void start(MqttListener listener);

    boolean isConnected();

    /**
     * Publishes with QoS 1. Waits at most a few seconds for room below the broker's receive
     * maximum.
     *
     * @return completes when the broker has taken the message; fails with {@link NotPublished}
     *     while there is no connection, when it is lost, when the broker refuses or does not answer
     *     within 30 s
     */
    CompletableFuture<Void> publish(Outgoing message);

    /** Publishes what may get lost: a failure is told and nothing else done. */
    default void send(Outgoing message, Consumer<String> onFailure) {
        var _ =
                publish(message)
                        .whenComplete(
                                (done, problem) -> {
                                    if (problem != null) {
                                        onFailure.accept(String.valueOf(problem.getMessage()));
                                    }
                                });
    }

    /** Disconnects in order, so that no will is sent, and stops. Returns within 5 s. */
    @Override
    void close();
}
